package org.romdoul.verifier;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the program printed, and how it ended. */
record Run(int exit, String text) {

    static Run of(Path bundle, Path policy, String... more) {
        List<String> arguments = new ArrayList<>(List.of(bundle.toString(), "--policy", policy.toString()));
        arguments.addAll(List.of(more));
        return of(arguments.toArray(String[]::new));
    }

    static Run of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Verifier.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Run(exit, out.toString(StandardCharsets.UTF_8));
    }

    /** The verdict in the last line. */
    Verdict verdict() {
        String last = text.stripTrailing().lines().reduce("", (before, line) -> line);
        return Verdict.valueOf(last.split(" ")[0].replace('-', '_'));
    }
}
