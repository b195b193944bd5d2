package org.romdoul.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.Policy;

/** {@code java -jar verifier.jar BUNDLE --policy FILE [--json]}: checks a court bundle offline and says what it found. */
public final class Verifier {

    private static final String USAGE = """
            java -jar verifier.jar BUNDLE --policy FILE [--json]

            Checks a court bundle without any network: a zip as it was made, or the folder it was unpacked to.
            FILE says whom the court trusts; it comes from the court's own channel, never with the bundle.

            Ends with 0: VERIFIED.  1: NOT-WITNESSED, INCOMPLETE, UNANCHORED or TAMPERED.  2: UNREADABLE, or wrong use.""";

    private static final int POLICY_LIMIT = 65_536;

    private Verifier() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int exit = Verdict.UNREADABLE.exit();
        try {
            exit = run(List.of(arguments), out);
        } catch (RuntimeException mistakeOfOurs) {
            // Java would end with 1, which means that something speaks against the bundle. Nothing does.
            out.println("UNREADABLE  this program made a mistake: "
                    + mistakeOfOurs.getClass().getName());
        }
        out.flush();
        if (exit != Verdict.VERIFIED.exit()) {
            System.exit(exit); // which loads the JDK's logging first; whoever just ends is spared that
        }
    }

    /** The whole program but its end: prints to {@code out} and answers the exit code. */
    public static int run(List<String> arguments, PrintStream out) {
        Arguments given = Arguments.parse(arguments);
        if (given == null) {
            out.println(USAGE);
            return Verdict.UNREADABLE.exit();
        }
        Report report = judge(given);
        out.print(given.json() ? Printed.json(report) : Printed.text(report));
        return report.verdict().exit();
    }

    /** What was asked. */
    record Arguments(Path bundle, Path policy, boolean json) {

        static @Nullable Arguments parse(List<String> arguments) {
            String bundle = null;
            String policy = null;
            boolean json = false;
            for (int i = 0; i < arguments.size(); i++) {
                String argument = arguments.get(i);
                if (argument.equals("--json")) {
                    json = true;
                } else if (argument.equals("--policy") && policy == null && i + 1 < arguments.size()) {
                    policy = arguments.get(++i);
                } else if (bundle == null && !argument.startsWith("-")) {
                    bundle = argument;
                } else {
                    return null;
                }
            }
            try {
                return bundle == null || policy == null ? null : new Arguments(Path.of(bundle), Path.of(policy), json);
            } catch (InvalidPathException noName) {
                return null;
            }
        }
    }

    private static Report judge(Arguments given) {
        byte[] file;
        try {
            file = policy(given.policy());
        } catch (IOException broken) {
            return unreadable("policy", "the policy file is missing or cannot be read");
        }
        return switch (Policy.parse(file)) {
            case Outcome.Refused<Policy> refused -> unreadable("policy", refused.reason());
            case Outcome.Accepted<Policy> policy -> judge(given.bundle(), file, policy.value());
        };
    }

    private static Report judge(Path bundle, byte[] policyFile, Policy policy) {
        try {
            return opened(bundle, policyFile, policy);
        } catch (IOException broken) {
            return unreadable("container", "the bundle is missing, or cannot be read to its end");
        } catch (OutOfMemoryError tooMuch) {
            return unreadable("container", "the bundle needs more memory than there is");
        }
    }

    private static byte[] policy(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(POLICY_LIMIT + 1);
        }
    }

    private static Report opened(Path path, byte[] policyFile, Policy policy) throws IOException {
        return switch (Files.isDirectory(path) ? Folder.open(path) : StoredZip.open(path)) {
            case Outcome.Refused<Container> refused -> unreadable("container", refused.reason());
            case Outcome.Accepted<Container> container -> {
                try (Container open = container.value()) {
                    yield Judgement.of(open, policyFile, policy);
                }
            }
        };
    }

    private static Report unreadable(String check, String why) {
        Report report = new Report();
        report.bad(check, Verdict.UNREADABLE, why);
        return report;
    }
}
