package org.romdoul.start;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.romdoul.verifier.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a bundle as a court does: with {@code verifier.jar}'s own code, and without the record. */
@Command(
        name = "verify",
        description = "Checks a bundle as a court does. Ends with 0 only where it says VERIFIED.",
        footer = {"", "A court uses verifier.jar, which needs nothing of this program: docs/verify.md"})
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "BUNDLE", description = "A bundle, or the folder it was unpacked to.")
    String bundle = "";

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "FILE",
            description = "Whom the court trusts, from the court's own channel.")
    String policy = "";

    @Option(names = "--json", description = "The findings as one JSON object.")
    boolean json;

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>(List.of(bundle, "--policy", policy));
        if (json) arguments.add("--json");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return Verifier.run(arguments, out);
    }
}
