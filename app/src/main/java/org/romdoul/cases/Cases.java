package org.romdoul.cases;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
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

    Optional<OpenCase> open(UUID id, Actor reader) {
        return files.find(id).map(file -> new OpenCase(file, reader, openings.content(file.id(), reader)));
    }

    /** Begins a case in the hands of whoever opens it; her agency's leads may read it from the start. */
    public OpenCase begin(CaseFile.Origin origin, PartialDate happened, @Nullable String place, Actor opener) {
        return begin(facts.id(), origin, happened, place, opener);
    }

    /** Begins a case under the id that its form carried. */
    OpenCase begin(UUID id, CaseFile.Origin origin, PartialDate happened, @Nullable String place, Actor opener) {
        vault.begin(id);
        var code = CaseCode.random(random);
        files.add(new Fact(id, id, happened, opener.account(), null, null), code, opener.agency(), origin, place);
        needToKnow.let(id, opener.agency(), id, null);
        join(id, facts.id(), opener.account(), Membership.Part.OWNER, opener);
        return open(code, opener).orElseThrow();
    }

    /** Lets a person of any agency work on the case; a new owner takes over from the one before. */
    public void join(OpenCase file, UUID account, Membership.Part part) {
        if (part == Membership.Part.OWNER) handOver(file, facts.id(), account);
        else join(file.id(), facts.id(), account, part, file.reader());
    }

    /** Makes somebody else answer for the case; who did before stays with it as one of those who work on it. */
    void handOver(OpenCase file, UUID fact, UUID account) {
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
    void end(OpenCase file, UUID fact, Membership membership) {
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
