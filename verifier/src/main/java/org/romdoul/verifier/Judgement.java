package org.romdoul.verifier;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Leaf;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.Policy;

/** All checks, in their order. */
final class Judgement {

    private static final String COPY = "data/copy.txt";
    private static final int COPY_LIMIT = 1 << 26;
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final Bundle bundle;
    private final Policy policy;
    private final Report report = new Report();

    private Judgement(Bundle bundle, Policy policy) {
        this.bundle = bundle;
        this.policy = policy;
    }

    /**
     * Judges a bundle.
     *
     * @param policyFile the bytes of the policy, which must not come out of the bundle
     */
    static Report of(Container container, byte[] policyFile, Policy policy) throws IOException {
        Judgement judgement = new Judgement(Bundle.read(container), policy);
        judgement.judge(policyFile);
        return judgement.report;
    }

    private void judge(byte[] policyFile) throws IOException {
        report.good("container", "a " + bundle.kind() + " of " + bundle.files().size() + " files");
        policy(policyFile);
        new Manifests(bundle, report).check();
        Anchor anchor = Anchor.check(bundle, policy, report);
        TimeStamp.check(bundle, report);
        copy(anchor);
    }

    /** Whoever makes a bundle can make a policy that trusts him. */
    private void policy(byte[] file) {
        byte[] hash = Digests.sha256().digest(file);
        bundle.files().values().stream()
                .filter(inside -> Arrays.equals(inside.sha256(), hash))
                .findFirst()
                .ifPresent(inside -> report.bad(
                        "policy", Verdict.UNANCHORED, "stands in the bundle itself; the court needs one of its own"));
        report.conclude(
                "policy", policy.logs().size() + " logs, " + policy.witnesses().size() + " witnesses");
    }

    private void copy(@Nullable Anchor anchor) throws IOException {
        byte[] file = bundle.bytes(COPY, COPY_LIMIT);
        if (file == null) {
            report.bad("copy", Verdict.INCOMPLETE, COPY + " is missing or too long");
            return;
        }
        switch (CopyList.parse(file)) {
            case Outcome.Refused<CopyList> malformed ->
                report.bad("copy", Verdict.TAMPERED, COPY + " " + malformed.reason());
            case Outcome.Accepted<CopyList> copy -> caseFile(copy.value(), file, anchor);
        }
    }

    private void caseFile(CopyList copy, byte[] file, @Nullable Anchor anchor) throws IOException {
        CaseFile caseFile = new CaseFile(copy, report);
        long facts = new Chain(bundle, anchor, report, "facts", copy.scope()).check(caseFile::fact);
        long readings = new Chain(bundle, anchor, report, "readings", copy.scope()).check(caseFile::reading);
        if (anchor == null) {
            report.note("proofs", "not judged: there is no trusted checkpoint");
        } else {
            report.conclude("proofs", (facts + readings) + " lead to the checkpoint's root");
        }
        caseFile.checkHead(file, facts, readings);
        Contents contents = new Contents(bundle, copy, caseFile, report);
        contents.openings();
        contents.files();
        contents.pages();
        unplaced();
        if (caseFile.head() != null) {
            standing(copy, caseFile.head(), anchor);
        }
    }

    /** Every file has been looked at by some check, or it does not belong here. */
    private void unplaced() {
        for (String path : bundle.unread()) {
            report.bad("places", Verdict.TAMPERED, path + " has no place in a bundle");
        }
        report.conclude("places", "every file has its place");
    }

    private void standing(CopyList copy, Leaf head, @Nullable Anchor anchor) {
        report.standing(new Report.Standing(copy.scope(), head.sequence(), head.recorded(), copy.copy()));
        Instant witnessed = anchor == null ? null : anchor.witnessed().orElse(null);
        if (witnessed != null && head.recorded().minus(SKEW).isAfter(witnessed)) {
            report.note("time", "a witness saw the log before the record says it was written: a clock is wrong");
        }
    }
}
