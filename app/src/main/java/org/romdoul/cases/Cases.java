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

    /** Begins a case in the hands of whoever opens it; her agency's leads may read it from the start. */
    public OpenCase begin(CaseFile.Origin origin, PartialDate happened, @Nullable String place, Actor opener) {
        var id = facts.id();
        vault.begin(id);
        var code = CaseCode.random(random);
        files.add(new Fact(id, id, happened, opener.account(), null, null), code, opener.agency(), origin, place);
        needToKnow.let(id, opener.agency(), id, null);
        join(id, opener.account(), Membership.Part.OWNER, opener);
        return open(code, opener).orElseThrow();
    }

    /** Lets a person of any agency work on the case. */
    public void join(OpenCase file, UUID account, Membership.Part part) {
        join(file.id(), account, part, file.reader());
    }

    /** Says that a case has come to a stage; saying it again changes nothing. */
    public void reach(OpenCase file, Stage stage) {
        if (desk.of(file).stage() != stage)
            stages.reach(facts.now(file.id(), file.reader().account()), stage);
    }

    private void join(UUID caseId, UUID account, Membership.Part part, Actor by) {
        var fact = facts.now(caseId, by.account());
        memberships.join(fact, account, part);
        needToKnow.let(caseId, account, fact.id(), null);
    }
}
