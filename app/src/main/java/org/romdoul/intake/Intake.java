package org.romdoul.intake;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.NeedToKnow;
import org.romdoul.cases.CaseCode;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Openings;
import org.romdoul.vault.SealedRef;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The room's face: takes tips, answers with a receipt, and lets the tip desk decide what becomes of them. */
@Service
@Transactional
public class Intake {

    /** A tip in the hands of somebody of the desk, with its words open. */
    public record OpenTip(Tip tip, String words, String place, String contact) {}

    private final TipRows rows;
    private final BriefingRows briefings;
    private final Receipts receipts;
    private final NeedToKnow needToKnow;
    private final Openings openings;
    private final Vault vault;
    private final Cases cases;
    private final Facts facts;
    private final SecureRandom random;

    Intake(
            TipRows rows,
            BriefingRows briefings,
            Receipts receipts,
            NeedToKnow needToKnow,
            Openings openings,
            Vault vault,
            Cases cases,
            Facts facts,
            SecureRandom random) {
        this.rows = rows;
        this.briefings = briefings;
        this.receipts = receipts;
        this.needToKnow = needToKnow;
        this.openings = openings;
        this.vault = vault;
        this.cases = cases;
        this.facts = facts;
        this.random = random;
    }

    /**
     * Takes a tip; sent twice, it is taken once.
     *
     * @param by who writes it down; {@link Actor#SYSTEM} on the public page
     * @return the receipt, for the reporter alone
     */
    public String take(Report report, Tip.Channel channel, UUID by) {
        var tip = report.fact();
        var receipt = receipts.of(tip);
        var stored = receipts.stored(receipt);
        if (rows.standing(stored).isPresent()) return receipt;
        vault.begin(tip);
        rows.add(
                new Fact(tip, tip, report.happened(), by, null, null),
                CaseCode.random(random).value(),
                stored,
                channel,
                report.danger(),
                vault.seal(tip, tip, report.words()),
                sealed(tip, report.place()),
                sealed(tip, report.contact()));
        needToKnow.let(tip, Actor.TIP_DESK, tip, null);
        return receipt;
    }

    /** @return what became of the tip of a receipt; nothing where there is no such receipt */
    @Transactional(readOnly = true)
    Optional<Standing> standing(String receipt) {
        return rows.standing(receipts.stored(receipt));
    }

    @Transactional(readOnly = true)
    public List<Tip> waiting(int limit) {
        return rows.waiting(limit);
    }

    @Transactional(readOnly = true)
    List<Tip> answered(int limit) {
        return rows.answered(limit);
    }

    /** @return what staff call the tips of a case */
    @Transactional(readOnly = true)
    List<String> codesOf(OpenCase file) {
        return briefings.of(file).stream().map(BriefingRows.Row::code).toList();
    }

    /** @return what the tips of a case say, as its people were told */
    @Transactional(readOnly = true)
    List<Briefing> briefings(OpenCase file) {
        return briefings.of(file).stream()
                .map(one -> new Briefing(
                        one.code(),
                        one.happened(),
                        open(file.content(), one.words()),
                        open(file.content(), one.place())))
                .toList();
    }

    /** Those who work on the case shall not have to ask the desk what was reported. */
    private void brief(OpenCase file, Tip tip) {
        var opening = openings.content(tip.id(), file.reader());
        var words = vault.seal(file.id(), file.id(), open(opening, tip.words()));
        var place = open(opening, tip.place());
        briefings.add(
                facts.on(file.id(), tip.happened(), file.reader().account()),
                tip,
                words,
                place.isEmpty() ? null : vault.seal(file.id(), file.id(), place));
    }

    Optional<OpenTip> open(String code, Actor reader) {
        return rows.find(code).map(tip -> {
            var opening = openings.content(tip.id(), reader);
            return new OpenTip(
                    tip,
                    vault.open(opening, tip.words()).orElse(""),
                    open(opening, tip.place()),
                    open(opening, tip.contact()));
        });
    }

    /** Makes a case of a tip, in the hands of whoever does. The same form sent twice makes one, and leads to it both times. */
    Optional<OpenCase> makeCase(Tip tip, UUID fact, Actor by) {
        var decided = decided(tip);
        if (decided.isPresent())
            return decided.filter(one -> one.fact().equals(fact) && one.outcome() == Tip.Outcome.NEW_CASE)
                    .map(TipRows.Decided::caseId)
                    .flatMap(made -> cases.open(made, by));
        var caseId = facts.id();
        if (!triage(tip, fact, Tip.Outcome.NEW_CASE, caseId, null, by)) return Optional.empty();
        var file = cases.begin(caseId, CaseFile.Origin.TIP, tip.happened(), null, by);
        brief(file, tip);
        return Optional.of(file);
    }

    /** Puts a tip to a case that whoever does may open. @return whether this form decided so, now or when it came before */
    public boolean addTo(OpenCase file, Tip tip, UUID fact) {
        var decided = decided(tip);
        if (decided.isPresent())
            return decided.filter(one -> one.fact().equals(fact) && file.id().equals(one.caseId()))
                    .isPresent();
        if (!triage(tip, fact, Tip.Outcome.KNOWN_CASE, file.id(), null, file.reader())) return false;
        needToKnow.excludeAlike(tip.id(), file.id());
        brief(file, tip);
        return true;
    }

    /** Ends a tip without a case: referred to others, or closed; always for a reason. @return as {@link #addTo} does */
    boolean end(Tip tip, UUID fact, Tip.Outcome outcome, String reason, Actor by) {
        var decided = decided(tip);
        if (decided.isPresent())
            return decided.filter(one -> one.fact().equals(fact) && one.outcome() == outcome)
                    .isPresent();
        return triage(tip, fact, outcome, null, vault.seal(tip.id(), tip.id(), reason), by);
    }

    private Optional<TipRows.Decided> decided(Tip tip) {
        rows.waitForTurn(tip.id());
        return rows.decided(tip.id());
    }

    private boolean triage(
            Tip tip, UUID fact, Tip.Outcome outcome, @Nullable UUID caseId, @Nullable SealedRef reason, Actor by) {
        return rows.triage(facts.now(tip.id(), by.account()).as(fact), outcome, caseId, reason);
    }

    private @Nullable SealedRef sealed(UUID tip, String words) {
        return words.isEmpty() ? null : vault.seal(tip, tip, words);
    }

    private String open(org.romdoul.vault.Opening.Content opening, @Nullable SealedRef ref) {
        return ref == null ? "" : vault.open(opening, ref).orElse("");
    }
}
