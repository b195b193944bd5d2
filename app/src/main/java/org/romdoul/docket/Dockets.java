package org.romdoul.docket;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.cases.Cases;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.persons.Persons;
import org.romdoul.prosecution.Docket;
import org.romdoul.prosecution.Prosecution;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room's face: takes in a docket, or shows what would be taken. */
@Service
public class Dockets {

    /** What came of it. */
    public sealed interface Answer {}

    public record Taken(Report report) implements Answer {}

    public record Refused(Problem problem) implements Answer {}

    /** Who records it, or why nobody can. */
    public sealed interface Recorder {}

    public record Found(Account account) implements Recorder {}

    public record Nobody(Problem problem) implements Recorder {}

    /** Cases in one transaction: few enough that a row that is in the way delays few others. */
    private static final int CHUNK = 40;

    private final Chunk.Rooms rooms;
    private final Accounts accounts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Dockets(
            Cases cases,
            Persons persons,
            Prosecution prosecution,
            SourceCaseRows sourceCases,
            Accounts accounts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rooms = new Chunk.Rooms(cases, persons, prosecution, sourceCases);
        this.accounts = accounts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param number whose staff number was named; null where none was: then the one person who leads a prosecution */
    public Recorder recorder(@Nullable String number) {
        if (number != null)
            return accounts.byNumber(number)
                    .map(Dockets::able)
                    .orElseGet(() -> new Nobody(Problem.of("docket.recorder.unknown", number)));
        var leads = accounts.withRole(Role.PROSECUTION_LEAD).stream()
                .filter(account -> !account.suspended())
                .toList();
        return switch (leads.size()) {
            case 0 -> new Nobody(Problem.of("docket.recorder.none"));
            case 1 -> new Found(leads.getFirst());
            default -> new Nobody(Problem.of("docket.recorder.several", leads.size()));
        };
    }

    private static Recorder able(Account account) {
        if (account.suspended()) return new Nobody(Problem.of("docket.recorder.suspended", account.number()));
        return account.role().recordsCourt() && account.role().opensCases()
                ? new Found(account)
                : new Nobody(Problem.of("docket.recorder.role", account.number()));
    }

    /**
     * Takes in what the rules accept, a few cases at a time; what is on record already stays as it is.
     *
     * @param apply otherwise nothing is written, and the report says what would be
     */
    public Answer take(Source source, Terms terms, Account account, boolean apply, Watcher watcher) {
        var wrong = terms.problem();
        if (wrong.isPresent()) return new Refused(wrong.get());
        var ids = new SourceIds(terms.code());
        // One docket is one sitting, however often it is broken off: each case is read once.
        var recorder = account.sitsDown(ids.of("sitting", account.id().toString()));
        return Actors.as(
                recorder, () -> take(source, docket(source, terms, ids, recorder), ids, recorder, apply, watcher));
    }

    private Docket docket(Source source, Terms terms, SourceIds ids, Actor recorder) {
        return rooms.prosecution()
                .docket(terms.code())
                .orElseGet(() -> new Docket(
                        new Fact(
                                ids.of("docket"),
                                recorder.agency(),
                                PartialDate.at(clock.instant()),
                                recorder.account(),
                                null,
                                null),
                        terms.code(),
                        terms.title(),
                        terms.source(),
                        terms.jurisdiction().code(),
                        terms.watched().isUnknown() ? source.lastYear() : terms.watched()));
    }

    private Answer take(Source source, Docket said, SourceIds ids, Actor recorder, boolean apply, Watcher watcher) {
        var docket = apply ? rooms.prosecution().open(said) : said;
        if (!docket.fact().scope().equals(recorder.agency()))
            return new Refused(Problem.of("docket.terms.elsewhere", docket.code()));
        if (!docket.jurisdiction().equals(source.jurisdiction().code()))
            return new Refused(Problem.of("docket.terms.jurisdiction", docket.code(), docket.jurisdiction()));
        var tallying = new Tallying(source);
        var cases = source.cases();
        for (var from = 0; from < cases.size(); from += CHUNK) {
            var some = new LinkedHashMap<SourceCase, List<SourceDefendant>>();
            cases.subList(from, Math.min(cases.size(), from + CHUNK))
                    .forEach(one -> some.put(one, source.defendants(one)));
            var chunk = twice(() -> chunk(docket, ids, recorder, some, apply));
            tallying.add(chunk, some);
            some.forEach((one, rows) -> watcher.caseDone(chunk.isWhole(one)));
        }
        return new Taken(tallying.report());
    }

    private Chunk chunk(
            Docket docket, SourceIds ids, Actor recorder, Map<SourceCase, List<SourceDefendant>> some, boolean apply) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!apply) status.setRollbackOnly();
            var chunk = new Chunk(rooms, docket, ids, recorder, some);
            if (apply) chunk.record();
            return chunk;
        }));
    }

    // A random case code that another case has, or somebody who takes in the same docket at the same time: what is on
    // record
    // by then is found the second time.
    private static Chunk twice(Supplier<Chunk> attempt) {
        try {
            return attempt.get();
        } catch (DuplicateKeyException taken) {
            return attempt.get();
        }
    }
}
