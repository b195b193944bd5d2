package org.romdoul.prosecution;

import java.util.List;
import java.util.UUID;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects court facts that were recorded wrong. Of two hands on one fact both are kept, and somebody decides. */
@Service
@Transactional
public class Corrections {

    private final Prosecution prosecution;
    private final ContestRows contests;
    private final Facts facts;

    Corrections(Prosecution prosecution, ContestRows contests, Facts facts) {
        this.prosecution = prosecution;
        this.contests = contests;
        this.facts = facts;
    }

    /**
     * Corrects what a fact's {@code supersedes} names.
     *
     * @return accepted; refused; or contested, where it had been corrected otherwise since it was read
     */
    public Answer correct(OpenCase file, CourtFact fact) {
        prosecution.lock(file);
        var history = prosecution.of(file, fact.defendant());
        var read = history.fact(java.util.Objects.requireNonNull(fact.supersedes()));
        if (read.isEmpty() || history.fact(fact.id()).isPresent()) return prosecution.record(file, fact);
        var holds = history.holding(read.get());
        if (holds.equals(read.get())) return prosecution.record(file, fact);
        if (contests.isThere(file, fact.id())) return new Answer.Contested();
        var instead = FactKind.by(fact.fact().correcting(holds.id()), fact);
        if (says(holds, instead)) return Answer.yes();
        if (prosecution.ask(file, instead) instanceof Answer.Refused no) return no;
        contests.add(
                facts.now(file.id(), file.reader().account()).as(fact.id()),
                new Contest(fact.id(), holds.id(), instead));
        return new Answer.Contested();
    }

    private static boolean says(CourtFact holds, CourtFact other) {
        var said = holds.fact();
        var same = new Fact(said.id(), said.scope(), other.happened(), said.actor(), said.behalf(), said.supersedes());
        return FactKind.by(same, other).equals(holds);
    }

    /** @return what second hands wrote and nobody has decided on */
    @Transactional(readOnly = true)
    public List<Contest> waiting(OpenCase file) {
        return contests.waiting(file);
    }

    /**
     * Decides between what holds and what a second hand wrote.
     *
     * @param id of the fact this makes, as its form carried it
     * @param taken whether the second holds from now on
     * @return refused where it no longer fits what is on record; deciding twice changes nothing
     */
    public Answer decide(OpenCase file, UUID id, UUID contest, boolean taken) {
        if (!file.reader().role().recordsCourt()) return Answer.no("", "not-your-part");
        prosecution.lock(file);
        var waiting = contests.waiting(file).stream()
                .filter(one -> one.id().equals(contest))
                .findFirst();
        if (waiting.isEmpty()) return Answer.yes();
        if (taken && take(file, waiting.get()) instanceof Answer.Refused no) return no;
        contests.answer(facts.now(file.id(), file.reader().account()).as(id), waiting.get(), taken);
        return Answer.yes();
    }

    // Recorded by whoever decides, in the place of what holds by now.
    private Answer take(OpenCase file, Contest contest) {
        var proposal = contest.proposal();
        var history = prosecution.of(file, proposal.defendant());
        var holds = history.fact(contest.against()).map(history::holding).orElseThrow();
        var fact = facts.on(file.id(), proposal.happened(), file.reader().account());
        return prosecution.record(file, FactKind.by(fact.correcting(holds.id()), proposal));
    }
}
