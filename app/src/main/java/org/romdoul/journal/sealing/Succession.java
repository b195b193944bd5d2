package org.romdoul.journal.sealing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.romdoul.database.Home;
import org.romdoul.input.Codes;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.ledger.write.LogSigner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ceremony in which one log ends and another follows it (docs/formats/succession.md): the new key, the new log, the fact that says so,
 * and its leaf, the first under the new key. All of it or nothing.
 */
@NamedInterface("sealing")
public final class Succession {

    // Whoever seals is waited for: from here on nobody seals in the log that ends.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(7013041)";
    private static final String BEGIN =
            "INSERT INTO ledger.log (number, origin, vkey) VALUES (:number, :origin, :vkey)";
    private static final String ADD = """
            INSERT INTO ledger.succession
                (%s, number, cause, origin, vkey, old_vkey, old_head, old_size, old_root, confirmed)
            VALUES (%s, :number, :cause, :origin, :vkey, :old_vkey, :old_head, :old_size, :old_root, :confirmed)""".formatted(Fact.COLUMNS, Fact.VALUES);

    /** Why a log ends. */
    public enum Cause {
        /** The record is a backup's. */
        RESTORED,
        /** The old log's key is gone, or others have it. */
        KEY_LOST
    }

    /** A log that ends: its number, and the key under which it can be held to what others saw. */
    @NamedInterface("sealing")
    public record Ending(int number, VerifierKey key) {}

    /**
     * Who does it.
     *
     * @param scope of the fact: the agency of the first
     * @param actor the account of the first
     * @param confirmed the account of the second
     */
    @NamedInterface("sealing")
    public record Hands(UUID scope, UUID actor, UUID confirmed) {}

    /** What came of it. */
    public sealed interface Answer {}

    /** @param vkey public key of the log that grows now */
    @NamedInterface("sealing")
    public record Succeeded(int number, String vkey) implements Answer {}

    /** @param reason one plain clause */
    @NamedInterface("sealing")
    public record Refused(String reason) implements Answer {}

    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final Logs logs;
    private final Home home;
    private final SecureRandom random;
    private final Clock clock;

    Succession(JdbcTemplate sql, TransactionTemplate transaction, Home home, SecureRandom random, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.logs = new Logs(sql, home, random);
        this.home = home;
        this.random = random;
        this.clock = clock;
    }

    /** @return the log that would end; its key need not be here any more */
    public Ending ending() {
        var last = logs.last().orElseThrow(() -> new LogUnusable("There is no log yet that could end."));
        return switch (VerifierKey.parse(last.vkey())) {
            case Outcome.Accepted<VerifierKey> key -> new Ending(last.number(), key.value());
            case Outcome.Refused<VerifierKey> refused -> throw new LogUnusable(last.origin() + ": " + refused.reason());
        };
    }

    /**
     * Lets another log succeed.
     *
     * @param origin the new log's, which no log of this record had
     * @param oldHead the last checkpoint of the old log that anybody outside holds, which the new one is held to
     */
    public Answer succeed(Ending old, Cause cause, String origin, byte[] oldHead, Hands hands) throws IOException {
        if (hands.actor().equals(hands.confirmed())) return new Refused("one person alone cannot do this");
        if (logs.all().stream().anyMatch(log -> log.origin().equals(origin)))
            return new Refused("there was a log " + origin + " already");
        var number = old.number() + 1;
        LogSigner signer;
        try {
            signer = new LogSigner(origin, LogKey.findOrMake(home.secret(Logs.key(number)), random));
        } catch (IllegalArgumentException noName) {
            return new Refused("a log's name is not empty and has no space and no plus");
        }
        var now = PartialDate.at(clock.instant());
        var fact =
                new Fact(new UUID(random.nextLong(), random.nextLong()), hands.scope(), now, hands.actor(), null, null);
        return Objects.requireNonNull(transaction.execute(status -> {
            sql.execute(LOCK);
            if (!ending().equals(old)) return new Refused("another log has succeeded it meanwhile");
            var end = new LogRows(sql, old.number()).head().map(PublishedLog::checkpoint);
            if (end.isEmpty()) return new Refused("nothing is sealed in it yet");
            add(fact, old, end.get(), signer, number, cause, oldHead, hands.confirmed());
            new Sequencer(new LogRows(sql, number), signer, transaction, random).sealFirst(fact.id());
            return new Succeeded(number, signer.vkey());
        }));
    }

    private void add(
            Fact fact,
            Ending old,
            Checkpoint end,
            LogSigner signer,
            int number,
            Cause cause,
            byte[] oldHead,
            UUID confirmed) {
        var client = JdbcClient.create(sql);
        client.sql(BEGIN)
                .param("number", number)
                .param("origin", signer.origin())
                .param("vkey", signer.vkey())
                .update();
        client.sql(ADD)
                .params(fact.parameters())
                .param("number", number)
                .param("cause", Codes.of(cause))
                .param("origin", signer.origin())
                .param("vkey", signer.vkey())
                .param("old_vkey", old.key().text())
                .param("old_head", new String(oldHead, StandardCharsets.UTF_8))
                .param("old_size", end.size())
                .param("old_root", HexFormat.of().formatHex(end.root()))
                .param("confirmed", confirmed)
                .update();
    }
}
