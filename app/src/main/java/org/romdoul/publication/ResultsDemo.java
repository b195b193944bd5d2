package org.romdoul.publication;

import java.util.ArrayList;
import java.util.SplittableRandom;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.cases.OpenCase;
import org.romdoul.demo.Demo;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Facts;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Prosecution;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A docket of a court that does not exist, so that the pages of results have something to show. */
@Component
@ConditionalOnBooleanProperty("romdoul.demo")
class ResultsDemo implements Demo {

    static final String CODE = "sample-river-court";

    private static final int FIRST_YEAR = 2008;
    private static final String CLERK = "U-106";

    private final Results results;
    private final Accounts accounts;
    private final Cases cases;
    private final Prosecution prosecution;
    private final Facts facts;
    private final TransactionTemplate whole;

    ResultsDemo(
            Results results,
            Accounts accounts,
            Cases cases,
            Prosecution prosecution,
            Facts facts,
            PlatformTransactionManager transactions) {
        this.results = results;
        this.accounts = accounts;
        this.cases = cases;
        this.prosecution = prosecution;
        this.facts = facts;
        this.whole = new TransactionTemplate(transactions);
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void fill() {
        if (results.docket(CODE).isPresent()) return;
        accounts.byNumber(CLERK)
                .map(account -> account.sitsDown(facts.id()))
                .ifPresent(clerk -> Actors.as(clerk, () -> whole.execute(status -> take(clerk))));
    }

    /** One case a year, so that nobody's list is filled with them. */
    private String take(Actor clerk) {
        var chance = new SplittableRandom(20_261_124);
        var files = new ArrayList<OpenCase>();
        var all = new ArrayList<CourtFact>();
        for (var year = FIRST_YEAR; year <= FictionalDocket.CENSORED; year++) {
            var file = cases.begin(CaseFile.Origin.DOCKET, PartialDate.ofYear(year), null, clerk);
            files.add(file);
            all.addAll(new FictionalDocket(file, facts, chance).of(year, 12 + chance.nextInt(14)));
        }
        var docket = prosecution.open(new org.romdoul.prosecution.Docket(
                facts.now(clerk.agency(), clerk.account()),
                CODE,
                "Sample River Court 2008–2020 (fictional)",
                "Invented for the demonstration: no such court exists.",
                "KH",
                PartialDate.ofYear(FictionalDocket.CENSORED)));
        prosecution.from(docket, files);
        var refused = prosecution.recordAll(files, all);
        if (!refused.isEmpty()) throw new IllegalStateException("the rules refuse the fiction: " + refused.getFirst());
        return CODE;
    }
}
