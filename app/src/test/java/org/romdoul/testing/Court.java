package org.romdoul.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.romdoul.verifier.Verifier;

/** A court that has a copy, a policy of its own and the verifier, and nothing of ours. */
public final class Court {

    private Court() {}

    /**
     * What it is told.
     *
     * @param exit how the verifier ended
     * @param words what it printed
     */
    public record Said(int exit, String words) {}

    public static Said verifies(Path copy, Path policy) {
        var out = new ByteArrayOutputStream();
        var exit = Verifier.run(
                List.of(copy.toString(), "--policy", policy.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(exit, out.toString(StandardCharsets.UTF_8));
    }
}
