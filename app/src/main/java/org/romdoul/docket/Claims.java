package org.romdoul.docket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.persons.PersonInCase;
import org.romdoul.prosecution.Arrest;
import org.romdoul.prosecution.Bail;
import org.romdoul.prosecution.Charge;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Decision;
import org.romdoul.prosecution.Defendant;
import org.romdoul.prosecution.Judgment;
import org.romdoul.prosecution.Sentence;
import org.romdoul.prosecution.Termination;
import org.romdoul.prosecution.Verdict;

/** What a defendant's row claims, as court facts in the order of a prosecution: docs/docket.md, column by column. */
final class Claims {

    private final Jurisdiction jurisdiction;
    private final SourceIds ids;
    private final SourceDefendant row;
    private final PersonInCase person;
    private final UUID recorder;
    private final PartialDate watched;
    private final Map<UUID, CourtFact> recorded;
    private final List<Entry> entries;
    private final List<Claim> claims = new ArrayList<>();

    /**
     * @param recorder who records, unless a fact is on record already
     * @param watched until when the source watched
     * @param recorded the court facts of the accused that are on record, by id
     * @param left entries that the rules do not accept
     */
    Claims(
            Jurisdiction jurisdiction,
            SourceIds ids,
            SourceDefendant row,
            PersonInCase person,
            UUID recorder,
            PartialDate watched,
            Map<UUID, CourtFact> recorded,
            Set<Entry> left) {
        this.jurisdiction = jurisdiction;
        this.ids = ids;
        this.row = row;
        this.person = person;
        this.recorder = recorder;
        this.watched = watched;
        this.recorded = recorded;
        this.entries =
                row.entries().stream().filter(entry -> !left.contains(entry)).toList();
    }

    List<Claim> all() {
        add(accused(), null);
        if (!row.arrested().isUnknown()) add(new Arrest(fact("arrest", null, row.arrested()), id("defendant")), null);
        if (row.bail() != null || row.bailAmount() != null) add(bail(), null);
        if (entries.isEmpty() && isCharged() && !hasCharge()) add(standIn(), null);
        for (var entry : entries) add(charge(entry), entry);
        if (row.isSentenced() || entries.stream().anyMatch(entry -> entry.isDecided() || entry.isSentenced()))
            add(judgment(), null);
        for (var entry : entries) {
            if (entry.isDecided()) add(verdict(entry), entry);
            if (entry.isSentenced()) add(sentence(entry), entry);
        }
        if (row.isSentenced()) add(sentence(), null);
        if (!row.ended().isUnknown() || !row.ongoing()) add(termination(), null);
        return claims;
    }

    private Defendant accused() {
        var happened = row.charged().isUnknown() ? row.arrested() : row.charged();
        return new Defendant(
                fact("defendant", null, happened),
                id("defendant"),
                person.id(),
                person.label(),
                Defendant.Role.UNKNOWN,
                row.sex(),
                row.age());
    }

    private Bail bail() {
        return new Bail(
                fact("bail", null, PartialDate.UNKNOWN),
                id("defendant"),
                row.bail() == null ? Bail.Kind.UNKNOWN : row.bail(),
                row.bailAmount(),
                row.bailAmount() == null ? null : jurisdiction.currency());
    }

    private boolean isCharged() {
        return !row.charged().isUnknown() || row.charges() != null;
    }

    /** An entry is on record already, even where it now says something else. */
    private boolean hasCharge() {
        return row.entries().stream().anyMatch(entry -> recorded.containsKey(id("charge", entry)));
    }

    // Charged, under statutes that the source does not name or on which it contradicts itself: each of them has one
    // count at
    // least.
    private Charge standIn() {
        return new Charge(
                fact("charge", null, row.charged()),
                id("defendant"),
                id("charge"),
                Statutes.UNSPECIFIED,
                row.charges() == null ? 1 : Math.max(1, row.charges()),
                null);
    }

    private Charge charge(Entry entry) {
        return new Charge(
                fact("charge", entry, row.charged()).correcting(succeeds(entry) ? id("charge") : null),
                id("defendant"),
                named(entry),
                jurisdiction.statute(entry.section()),
                entry.counts() == null ? 0 : entry.counts(),
                null);
    }

    private UUID named(Entry entry) {
        return succeeds(entry) ? id("charge") : id("charge", entry);
    }

    /** An entry that was mended since the row was taken: the first such takes the place of the charge that stood in for it. */
    private boolean succeeds(Entry entry) {
        if (!recorded.containsKey(id("charge"))) return false;
        return recorded.values().stream()
                .filter(fact -> id("charge").equals(fact.supersedes()))
                .findFirst()
                .map(successor -> successor.id().equals(id("charge", entry)))
                .orElse(entry == entries.getFirst());
    }

    private Judgment judgment() {
        return new Judgment(
                fact("judgment", null, row.ended()),
                id("defendant"),
                id("judgment"),
                Decision.Level.FIRST_INSTANCE,
                false,
                null,
                null);
    }

    private Verdict verdict(Entry entry) {
        return new Verdict(
                fact("verdict", entry, row.ended()),
                id("defendant"),
                id("judgment"),
                named(entry),
                entry.guiltyByPlea(),
                entry.guiltyAtTrial(),
                entry.notGuilty(),
                entry.dismissed(),
                entry.notProsecuted());
    }

    private Sentence sentence(Entry entry) {
        return new Sentence(
                fact("sentence", entry, row.ended()),
                id("defendant"),
                id("judgment"),
                named(entry),
                entry.monthsPrison(),
                null,
                entry.monthsProbation(),
                false,
                entry.fine(),
                null,
                entry.fine() == null ? null : jurisdiction.currency());
    }

    private Sentence sentence() {
        return new Sentence(
                fact("sentence", null, row.ended()),
                id("defendant"),
                id("judgment"),
                null,
                row.monthsPrison(),
                null,
                row.monthsProbation(),
                false,
                null,
                row.restitution(),
                row.restitution() == null ? null : jurisdiction.currency());
    }

    // Unknown is not open: only where the source says that the case was going on does it stay open.
    private Termination termination() {
        return row.ended().isUnknown()
                ? new Termination(fact("termination", null, watched), id("defendant"), Termination.Ended.UNKNOWN)
                : new Termination(fact("termination", null, row.ended()), id("defendant"), Termination.Ended.ENDED);
    }

    private Fact fact(String kind, @Nullable Entry entry, PartialDate happened) {
        var id = id(kind, entry);
        var already = recorded.get(id);
        var actor = already == null ? recorder : already.fact().actor();
        return new Fact(id, person.caseId(), happened, actor, null, null);
    }

    private UUID id(String kind) {
        return id(kind, null);
    }

    private UUID id(String kind, @Nullable Entry entry) {
        return ids.of(kind, row.key(), entry == null ? "" : entry.section());
    }

    private void add(CourtFact fact, @Nullable Entry entry) {
        claims.add(new Claim(fact, row, entry));
    }
}
