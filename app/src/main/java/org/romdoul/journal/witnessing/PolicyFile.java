package org.romdoul.journal.witnessing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.romdoul.journal.sealing.LogUnusable;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.Policy;

/** Whom this record asks to vouch for it: a file in the format that courts use too (C2SP {@code tlog-policy}). */
final class PolicyFile {

    /** Nobody is asked. */
    static final Policy NOBODY = new Policy(List.of(), Map.of(), List.of(), Policy.NOBODY);

    private PolicyFile() {}

    static Policy read(Path file) throws IOException {
        return switch (Policy.parse(Files.readAllBytes(file))) {
            case Outcome.Refused<Policy> refused -> throw new LogUnusable(file + ": " + refused.reason());
            case Outcome.Accepted<Policy> policy -> checked(file, policy.value());
        };
    }

    private static Policy checked(Path file, Policy policy) {
        for (var witness : policy.witnesses().entrySet()) {
            if (!isWeb(witness.getValue().url()))
                throw new LogUnusable(file + ": the address of " + witness.getKey() + " is not http:// or https://");
        }
        return policy;
    }

    private static boolean isWeb(String url) {
        try {
            var address = URI.create(url);
            var web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return url.isEmpty() || web && address.getHost() != null;
        } catch (IllegalArgumentException bent) {
            return false;
        }
    }
}
