package org.romdoul.verifier;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the copy opens, holds and withholds, against what the leaves say. */
final class Contents {

    private static final int SALT = 32;
    private static final int WORDS_LIMIT = 1 << 24;

    private final Bundle bundle;
    private final CopyList copy;
    private final CaseFile caseFile;
    private final Report report;

    Contents(Bundle bundle, CopyList copy, CaseFile caseFile, Report report) {
        this.bundle = bundle;
        this.copy = copy;
        this.caseFile = caseFile;
        this.report = report;
    }

    /** Salt and words of an opening must hash to the commitment in the fact; every other sealed value must be listed. */
    void openings() throws IOException {
        String check = "openings";
        balance(check, caseFile.commitments().keySet(), copy.words().keySet());
        int opened = 0;
        for (Map.Entry<String, String> words : copy.words().entrySet()) {
            if (words.getValue().equals("opened")) {
                opened++;
                opening(words.getKey(), caseFile.commitments().get(words.getKey()));
            }
        }
        report.conclude(check, opened + " match their commitments");
        withheld("words", copy.words());
    }

    /** @param commitment null where its leaf is missing, which is said elsewhere */
    private void opening(String id, byte @Nullable [] commitment) throws IOException {
        byte[] salt = bundle.bytes("data/openings/" + id + ".salt", SALT);
        byte[] words = bundle.bytes("data/openings/" + id + ".txt", WORDS_LIMIT);
        if (salt == null || words == null) {
            report.bad("openings", Verdict.INCOMPLETE, id + ": salt or words are missing");
            return;
        }
        MessageDigest sha256 = Digests.sha256();
        sha256.update(salt);
        byte[] hash = sha256.digest(words);
        if (commitment != null && (salt.length != SALT || !Arrays.equals(hash, commitment))) {
            report.bad("openings", Verdict.TAMPERED, id + ": not the words that were sealed");
        }
    }

    /** A file must have the hash that its fact holds: as it was handed in, or encrypted. */
    void files() {
        String check = "files";
        balance(check, caseFile.files().keySet(), copy.files().keySet());
        int held = 0;
        for (Map.Entry<String, String> file : copy.files().entrySet()) {
            if (!isAway(file.getValue())) {
                held++;
                file(
                        "data/files/" + file.getKey() + "." + file.getValue(),
                        caseFile.files().get(file.getKey()));
            }
        }
        report.conclude(check, held + " match the hashes in their facts");
        withheld("file", copy.files());
    }

    private void file(String path, CaseFile.@Nullable Hashes hashes) {
        if (!bundle.has(path)) {
            report.bad("files", Verdict.INCOMPLETE, path + " is missing");
            return;
        }
        String sha256 = Digests.hex(bundle.sha256(path));
        if (hashes != null && !sha256.equals(path.endsWith(".sealed") ? hashes.sealed() : hashes.decrypted())) {
            report.bad("files", Verdict.TAMPERED, path + ": not the bytes that were sealed");
        }
    }

    /** What the leaves have and the list has not is missing from it; the reverse stood in a leaf that is gone, or in none. */
    private void balance(String check, Set<String> inLeaves, Set<String> inList) {
        for (String id : inLeaves) {
            if (!inList.contains(id)) {
                report.bad(check, Verdict.INCOMPLETE, id + ": neither disclosed nor listed as withheld");
            }
        }
        boolean whole = report.isClean("facts") && report.isClean("readings") && report.isClean("head");
        for (String id : inList) {
            if (!inLeaves.contains(id)) {
                report.bad(check, whole ? Verdict.TAMPERED : Verdict.INCOMPLETE, id + ": listed, and in no leaf");
            }
        }
    }

    private void withheld(String what, Map<String, String> listed) {
        listed.forEach((id, state) -> {
            if (isAway(state)) {
                report.note("withheld", what + " " + id + (state.equals("erased") ? ", erased" : ""));
            }
        });
    }

    private static boolean isAway(String state) {
        return state.equals("withheld") || state.equals("erased");
    }

    /** Pages that only show what stands elsewhere: they prove nothing, but must be the ones that the record made. */
    void pages() {
        String check = "pages";
        for (Map.Entry<String, String> page : copy.pages().entrySet()) {
            String path = "data/" + page.getKey();
            if (!bundle.has(path)) {
                report.bad(check, Verdict.INCOMPLETE, path + " is missing");
            } else if (!Digests.hex(bundle.sha256(path)).equals(page.getValue())) {
                report.bad(check, Verdict.TAMPERED, path + ": not the page that was made with this copy");
            }
        }
        report.conclude(
                check,
                "as they were made with this copy: "
                        + String.join(", ", copy.pages().keySet()));
    }
}
