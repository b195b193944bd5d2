package org.romdoul.cases;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.NeedToKnow;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Openings;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The room's face: begins cases and opens them. */
@Service
@Transactional
public class Cases {

    private final CaseFileRows files;
    private final MembershipRows memberships;
    private final StageRows stages;
    private final DeskRows desk;
    private final NeedToKnow needToKnow;
    private final Openings openings;
    private final Vault vault;
    private final Facts facts;
    private final SecureRandom random;

    Cases(
            CaseFileRows files,
            MembershipRows memberships,
            StageRows stages,
            DeskRows desk,
            NeedToKnow needToKnow,
            Openings openings,
            Vault vault,
            Facts facts,
            SecureRandom random) {
        this.files = files;
        this.memberships = memberships;
        this.stages = stages;
        this.desk = desk;
        this.needToKnow = needToKnow;
        this.openings = openings;
        this.vault = vault;
        this.facts = facts;
        this.random = random;
    }

    /**
     * Opens a case for a reader: the only way to one.
     *
     * @return the case, or nothing where she may not read it or there is none: she cannot tell which
     */
    public Optional<OpenCase> open(CaseCode code, Actor reader) {
        return files.find(code).map(file -> new OpenCase(file, reader, openings.content(file.id(), reader)));
    }

    /** The same by its id, for work that is listed by it. */
    public Optional<OpenCase> open(UUID id, Actor reader) {
        return files.find(id).map(file -> new OpenCase(file, reader, openings.content(file.id(), reader)));
    }

    /** Two who decide on a whole case at the same moment do so one after the other: the second sees what the first did. */
    public void takeTurns(OpenCase file) {
        files.waitForTurn(file.id());
    }

    /** The same of a case that has perhaps not begun. */
    void takeTurns(UUID caseId) {
        files.waitForTurn(caseId);
    }

    /** Begins a case in the hands of whoever opens it; her agency's leads may read it from the start. */
    public OpenCase begin(CaseFile.Origin origin, PartialDate happened, @Nullable String place, Actor opener) {
        return begin(facts.id(), origin, happened, place, opener);
    }

    /** Begins a case under an id that something else names already: its form, the tip it is made of. */
    public OpenCase begin(UUID id, CaseFile.Origin origin, PartialDate happened, @Nullable String place, Actor opener) {
        vault.begin(id);
        var code = CaseCode.random(random);
        files.add(new Fact(id, id, happened, opener.account(), null, null), code, opener.agency(), origin, place);
        needToKnow.let(id, opener.agency(), id, null);
        join(id, facts.id(), opener.account(), Membership.Part.OWNER, opener);
        return open(code, opener).orElseThrow();
    }

    /** A case that is about to begin, under an id that its source gives it. */
    public record Beginning(
            UUID id,
            CaseFile.Origin origin,
            PartialDate happened,
            @Nullable String place) {}

    /** Begins many cases as {@link #begin} begins one, with one statement for each kind of fact; none of them has begun. */
    public List<OpenCase> beginAll(List<Beginning> beginnings, Actor opener) {
        if (beginnings.isEmpty()) return List.of();
        var ids = beginnings.stream().map(Beginning::id).toList();
        vault.begin(ids);
        files.addAll(beginnings, () -> CaseCode.random(random), opener);
        needToKnow.letAll(opener.agency(), ids, ids);
        var seats = ids.stream().map(id -> facts.now(id, opener.account())).toList();
        memberships.joinAll(seats, opener.account(), Membership.Part.OWNER);
        needToKnow.letAll(opener.account(), ids, seats.stream().map(Fact::id).toList());
        return openAll(ids, opener);
    }

    /** Opens those of many cases that the reader may read. */
    public List<OpenCase> openAll(Collection<UUID> ids, Actor reader) {
        var found = files.find(ids);
        if (found.isEmpty()) return List.of();
        var content = openings.content(found.stream().map(CaseFile::id).toList(), reader);
        return IntStream.range(0, found.size())
                .mapToObj(i -> new OpenCase(found.get(i), reader, content.get(i)))
                .toList();
    }

    /** Says of many cases that they have come to a stage at which none of them is yet. */
    public void reachAll(Collection<OpenCase> reached, Stage stage) {
        if (reached.isEmpty()) return;
        stages.reachAll(
                reached.stream()
                        .map(file -> facts.now(file.id(), file.reader().account()))
                        .toList(),
                stage);
    }

    /** Lets a person of any agency work on the case; a new owner takes over from the one before. */
    public void join(OpenCase file, UUID account, Membership.Part part) {
        if (part == Membership.Part.OWNER) handOver(file, facts.id(), account);
        else join(file.id(), facts.id(), account, part, file.reader());
    }

    /** Makes somebody else answer for the case; who did before stays with it as one of those who work on it. */
    public void handOver(OpenCase file, UUID fact, UUID account) {
        var before = memberships.now(file.id());
        join(file.id(), fact, account, Membership.Part.OWNER, file.reader());
        for (var one : before) {
            if (one.part() != Membership.Part.OWNER && !one.account().equals(account)) continue;
            if (!one.account().equals(account))
                join(file.id(), facts.id(), one.account(), Membership.Part.MEMBER, file.reader());
            end(file, facts.id(), one);
        }
    }

    /** Ends a membership, and with it what it let its holder read. */
    public void end(OpenCase file, UUID fact, Membership membership) {
        memberships.end(facts.now(file.id(), file.reader().account()).as(fact), membership.id());
        needToKnow.end(file.id(), membership.id());
    }

    /** Says that a case has come to a stage; saying it again changes nothing. */
    public void reach(OpenCase file, Stage stage) {
        if (desk.of(file).stage() != stage)
            stages.reach(facts.now(file.id(), file.reader().account()), stage);
    }

    void join(UUID caseId, UUID fact, UUID account, Membership.Part part, Actor by) {
        memberships.join(facts.now(caseId, by.account()).as(fact), account, part);
        needToKnow.let(caseId, account, fact, null);
    }
}
