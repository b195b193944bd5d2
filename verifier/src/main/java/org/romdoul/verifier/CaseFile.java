package org.romdoul.verifier;

import java.util.Arrays;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Leaf;
import org.romdoul.ledger.read.Outcome;

/** What the leaves say and the other files must agree with: sealed values, files, and the case's signed head. */
final class CaseFile {

    /** The two hashes of a file in its fact, in hexadecimal: as it was handed in, and encrypted as it is kept. */
    record Hashes(String decrypted, String sealed) {}

    /** The fact that is recorded when a copy is made. */
    private static final String COPY = "bundle.copy";

    private final CopyList copy;
    private final Report report;
    private final TreeMap<String, byte[]> commitments = new TreeMap<>();
    private final TreeMap<String, Hashes> files = new TreeMap<>();
    private @Nullable Leaf head;
    private Row headRow = Row.NOTHING;

    CaseFile(CopyList copy, Report report) {
        this.copy = copy;
        this.report = report;
    }

    /** Takes the next fact. What came after the listed events, while the copy was made, is not opened by it. */
    void fact(Leaf leaf) {
        Row row = row(leaf);
        if (leaf.sequence() <= copy.events()) {
            commit(row);
        }
        head = leaf;
        headRow = row;
    }

    /** Takes the next reading. */
    void reading(Leaf leaf) {
        commit(row(leaf));
    }

    private Row row(Leaf leaf) {
        return switch (Row.parse(leaf.row())) {
            case Outcome.Accepted<Row> row -> row.value();
            case Outcome.Refused<Row> malformed -> {
                report.bad(
                        leaf.label(), Verdict.TAMPERED, "leaf " + leaf.sequence() + ": its row " + malformed.reason());
                yield Row.NOTHING;
            }
        };
    }

    private void commit(Row row) {
        for (String reference : row.sealed()) {
            String[] parts = reference.split("~");
            byte[] commitment = Base64.getUrlDecoder().decode(parts[1]);
            byte[] earlier = commitments.putIfAbsent(parts[0], commitment);
            if (earlier != null && !Arrays.equals(earlier, commitment)) {
                report.bad("openings", Verdict.TAMPERED, parts[0] + ": the facts commit to two values");
            }
        }
        for (String reference : row.files()) {
            String[] parts = reference.split("~");
            Hashes hashes = new Hashes(parts[2], parts[4]);
            Hashes earlier = files.putIfAbsent(parts[0], hashes);
            if (earlier != null && !earlier.equals(hashes)) {
                report.bad("files", Verdict.TAMPERED, parts[0] + ": the facts commit to two files");
            }
        }
    }

    /** The case's signed head must be its last fact, made for this very copy. */
    void checkHead(byte[] copyFile, long facts, long readings) {
        String check = "head";
        Leaf last = head;
        if (last == null || facts <= copy.events() || !last.table().equals(COPY)) {
            report.bad(check, Verdict.INCOMPLETE, "the case does not end with the signed head of this copy");
        } else if (!Digests.hex(Digests.sha256().digest(copyFile))
                .equals(headRow.texts().get("contents"))) {
            report.bad(check, Verdict.TAMPERED, "data/copy.txt is not the one that the case's signed head names");
        }
        if (readings < copy.readings()) {
            report.bad(
                    check,
                    Verdict.INCOMPLETE,
                    "readings " + (readings + 1) + " to " + copy.readings() + " are missing");
        } else if (readings > copy.readings()) {
            report.bad(check, Verdict.TAMPERED, "more readings than data/copy.txt says");
        }
        commit(headRow);
        report.conclude(check, "event " + facts + " is the signed head for copy " + copy.copy());
    }

    /** The last fact, where it could be read. */
    @Nullable
    Leaf head() {
        return head;
    }

    /** SHA-256(salt ‖ words) of each sealed value, by id. */
    SortedMap<String, byte[]> commitments() {
        return commitments;
    }

    /** By the file's id. */
    SortedMap<String, Hashes> files() {
        return files;
    }
}
