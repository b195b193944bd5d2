package org.romdoul.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases from allegations, and keeps what is alleged as it is corrected. */
@Service
@Transactional
public class Allegations {

    /**
     * An allegation with its words open.
     *
     * @param contests the correction it came second to; null where it holds
     * @param words null where they have been erased
     */
    public record Said(
            UUID id,
            @Nullable UUID contests,
            UUID actor,
            PartialDate happened,
            Instant recordedAt,
            Allegation codes,
            @Nullable String words) {}

    private final AllegationRows rows;
    private final Cases cases;
    private final Vault vault;
    private final Facts facts;

    Allegations(AllegationRows rows, Cases cases, Vault vault, Facts facts) {
        this.rows = rows;
        this.cases = cases;
        this.vault = vault;
        this.facts = facts;
    }

    /** Opens a case; the same form sent twice opens it once. */
    public OpenCase open(UUID fact, PartialDate happened, Allegation allegation, Actor opener) {
        cases.takeTurns(fact);
        var already = cases.open(fact, opener);
        if (already.isPresent()) return already.get();
        var file = cases.begin(fact, CaseFile.Origin.ALLEGATION, happened, allegation.place(), opener);
        record(file, facts.id(), null, happened, allegation);
        return file;
    }

    /** Says what is alleged in a case that began otherwise, or corrects it. Whoever corrects second contests the first. */
    public void record(
            OpenCase file, UUID fact, @Nullable UUID supersedes, PartialDate happened, Allegation allegation) {
        if (!allegation.isComplete()) throw new IllegalArgumentException("an allegation lacks an element");
        if (rows.isThere(fact)) return;
        var words = vault.seal(file.id(), file.id(), allegation.words());
        var first = facts.on(file.id(), happened, file.reader().account()).as(fact);
        if (!rows.add(first.correcting(supersedes), null, allegation, words) && supersedes != null)
            rows.add(first, supersedes, allegation, words);
    }

    /** Decides between what holds and what contests it. @return whether it was still to be decided */
    public boolean choose(OpenCase file, UUID fact, UUID contested, boolean contestedHolds) {
        var standing = rows.standing(file.id());
        if (standing.size() < 2
                || standing.stream().skip(1).noneMatch(one -> one.id().equals(contested))) return false;
        var holds = standing.getFirst().id();
        return rows.choose(
                facts.now(file.id(), file.reader().account()).as(fact),
                contested,
                contestedHolds ? contested : holds,
                contestedHolds ? holds : contested);
    }

    /** @return what holds first, then what another hand wrote at the same time and nobody has decided on */
    @Transactional(readOnly = true)
    public List<Said> of(OpenCase file) {
        return rows.standing(file.id()).stream()
                .map(kept -> new Said(
                        kept.id(),
                        kept.contests(),
                        kept.actor(),
                        kept.happened(),
                        kept.recordedAt(),
                        kept.codes(),
                        vault.open(file.content(), kept.words()).orElse(null)))
                .toList();
    }
}
