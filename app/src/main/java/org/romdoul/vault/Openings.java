package org.romdoul.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.romdoul.journal.ManyFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records that sealed values are opened, and only then gives leave to. The fact and the leave are one transaction. */
@Component
public class Openings {

    /** How long a name stays open. */
    public static final Duration IDENTITY = Duration.ofMinutes(10);

    // Twice in one sitting is one reading; the index decides, so that two tabs at once cannot make two.
    private static final String READ_CONTENT = """
            INSERT INTO vault.reading (%s, kind, sitting) VALUES (%s, 'content', :sitting)
            ON CONFLICT (scope, actor, sitting) WHERE kind = 'content' DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String READ_ALL = ManyFacts.insert("vault.reading", "kind", "sitting")
            + " ON CONFLICT (scope, actor, sitting) WHERE kind = 'content' DO NOTHING";

    private static final String READ_IDENTITY = """
            INSERT INTO vault.reading (%s, kind, sitting, subject, purpose, reason)
            VALUES (%s, 'identity', :sitting, :subject, :purpose, :reason)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String READ_FILE = """
            INSERT INTO vault.reading (%s, kind, sitting, subject, purpose, reason)
            VALUES (%s, 'file', :sitting, :subject, :purpose, :reason)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String FIND_ALL = ManyFacts.insert("vault.reading", "kind", "sitting", "subject", "purpose");

    private static final String OF = """
            SELECT actor, purpose, recorded_at FROM vault.reading
             WHERE scope = :scope AND subject = :subject ORDER BY recorded_at DESC LIMIT :limit""";

    private static final String READ_AS_SYSTEM = """
            INSERT INTO vault.reading (%s, kind, sitting, purpose) VALUES (%s, 'system', :sitting, :purpose)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String STILL_OPEN = """
            SELECT max(recorded_at) FROM vault.reading
             WHERE kind = 'identity' AND subject = :subject AND actor = :actor AND sitting = :sitting
               AND recorded_at > :since""";

    /** That somebody opened a name or a file, and what for. */
    public record Reading(UUID actor, String purpose, Instant at) {}

    private final JdbcClient sql;
    private final Facts facts;
    private final Clock clock;

    Openings(JdbcClient sql, Facts facts, Clock clock) {
        this.sql = sql;
        this.facts = facts;
        this.clock = clock;
    }

    /** Called by the room that owns the scope, once it knows that the reader may read it. */
    public Opening.Content content(UUID scope, Actor reader) {
        sql.sql(READ_CONTENT)
                .params(facts.now(scope, reader.account()).parameters())
                .param("sitting", reader.sitting())
                .update();
        return new Opening.Content(scope);
    }

    /** The same for many scopes, in their order. */
    public List<Opening.Content> content(List<UUID> scopes, Actor reader) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var scope : scopes) {
            var row = facts.now(scope, reader.account()).parameters();
            row.put("kind", "content");
            row.put("sitting", reader.sitting());
            rows.add(row);
        }
        sql.sql(READ_ALL).param("rows", ManyFacts.rows(rows)).update();
        return scopes.stream().map(Opening.Content::new).toList();
    }

    /**
     * Opens a person's identity.
     *
     * @param purpose a key from the list of purposes
     * @param reason her reason in words, sealed under the scope's key
     */
    public Opening.Identity identity(
            UUID scope, UUID subject, Actor reader, String purpose, @Nullable SealedRef reason) {
        record(READ_IDENTITY, scope, subject, reader, purpose, reason);
        return new Opening.Identity(scope, subject);
    }

    /**
     * Opens a file, once: whoever reads it again says again what for.
     *
     * @param file the id of its reference
     * @param purpose a key from the list of purposes
     * @param reason her reason in words, sealed under the scope's key
     */
    public Opening.File file(UUID scope, UUID file, Actor reader, String purpose, @Nullable SealedRef reason) {
        record(READ_FILE, scope, file, reader, purpose, reason);
        return new Opening.File(scope, file);
    }

    /** Somebody whom a search for a name found. */
    public record Found(UUID scope, UUID subject) {}

    /**
     * Records that a search showed who is called so: one reading for each person it found, beside her case. What was typed is kept
     * nowhere. A search that found nobody is a reading of nothing, recorded at the agency of who searched.
     */
    public void search(List<Found> found, Actor reader) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var one : found.isEmpty() ? List.of(new Found(reader.agency(), reader.account())) : found) {
            var row = facts.now(one.scope(), reader.account()).parameters();
            row.put("kind", "search");
            row.put("sitting", reader.sitting());
            row.put("subject", one.subject());
            row.put("purpose", "search");
            rows.add(row);
        }
        sql.sql(FIND_ALL).param("rows", ManyFacts.rows(rows)).update();
    }

    private void record(
            String insert, UUID scope, UUID subject, Actor reader, String purpose, @Nullable SealedRef reason) {
        sql.sql(insert)
                .params(facts.now(scope, reader.account()).parameters())
                .param("sitting", reader.sitting())
                .param("subject", subject)
                .param("purpose", purpose)
                .param("reason", reason == null ? null : reason.toString())
                .update();
    }

    /** @return who opened a name or a file of a scope, the last first */
    public List<Reading> of(UUID scope, UUID subject, int limit) {
        return sql.sql(OF)
                .param("scope", scope)
                .param("subject", subject)
                .param("limit", limit)
                .query((row, n) -> new Reading(
                        row.getObject("actor", UUID.class),
                        row.getString("purpose"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    /** @return the identity opening this reader made in this sitting less than ten minutes ago, if there is one */
    public Optional<Opening.Identity> stillOpen(UUID scope, UUID subject, Actor reader) {
        return opened(subject, reader).map(at -> new Opening.Identity(scope, subject));
    }

    /** @return for how long it stays open to her; nothing where it is closed */
    public Optional<Duration> leftOpen(UUID subject, Actor reader) {
        return opened(subject, reader).map(at -> Duration.between(clock.instant(), at.plus(IDENTITY)));
    }

    private Optional<Instant> opened(UUID subject, Actor reader) {
        return sql.sql(STILL_OPEN)
                .param("subject", subject)
                .param("actor", reader.account())
                .param("sitting", reader.sitting())
                .param("since", OffsetDateTime.ofInstant(clock.instant().minus(IDENTITY), ZoneOffset.UTC))
                .query(Instant.class)
                .optional();
    }

    /**
     * Opens names for the program itself; that it did is recorded, and committed, before it opens one.
     *
     * @param purpose audit, or search
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Opening.OfTheSystem system(String purpose) {
        sql.sql(READ_AS_SYSTEM)
                .params(facts.now(Actor.SYSTEM, Actor.SYSTEM).parameters())
                .param("sitting", facts.id())
                .param("purpose", purpose)
                .update();
        return new Opening.OfTheSystem(Actor.SYSTEM);
    }
}
