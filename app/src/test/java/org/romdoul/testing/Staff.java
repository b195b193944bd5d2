package org.romdoul.testing;

import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.romdoul.vault.Vault;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hires fictional people for tests, through the tables alone: they cannot sign in, but they can work. */
@TestComponent
public class Staff {

    // Downwards: the next free number of an account, which is above the greatest, is never one of these.
    private static final AtomicInteger NUMBER = new AtomicInteger(699_999);

    private static final String AGENCY = """
            INSERT INTO access.agency (%s, code, kind, name) VALUES (%s, :code, :kind, :name)""".formatted(Fact.COLUMNS, Fact.VALUES);
    private static final String ACCOUNT = """
            INSERT INTO access.account (%s, number, role, name) VALUES (%s, :number, :role, :name)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String COLLEAGUE =
            "INSERT INTO access.reader (scope, hat, basis) VALUES (:agency, :account, :account)";

    private final JdbcClient sql;
    private final Facts facts;
    private final Vault vault;
    private final TransactionTemplate transaction;

    public Staff(
            JdbcClient sql, Facts facts, Vault vault, org.springframework.transaction.PlatformTransactionManager t) {
        this.sql = sql;
        this.facts = facts;
        this.vault = vault;
        this.transaction = new TransactionTemplate(t);
    }

    public UUID agency(String kind) {
        var fact = facts.now(facts.id(), Actor.SYSTEM);
        var agency = new Fact(fact.id(), fact.id(), fact.happened(), Actor.SYSTEM, null, null);
        var number = NUMBER.decrementAndGet();
        transaction.executeWithoutResult(status -> sql.sql(AGENCY)
                .params(agency.parameters())
                .param("code", "T" + number)
                .param("kind", kind)
                .param("name", "Agency " + number + " (fictional)")
                .update());
        return agency.id();
    }

    public Actor hire(UUID agency, Role role) {
        var fact = facts.now(agency, Actor.SYSTEM);
        var number = "U-" + NUMBER.decrementAndGet();
        vault.begin(fact.id());
        transaction.executeWithoutResult(status -> {
            sql.sql(ACCOUNT)
                    .params(fact.parameters())
                    .param("number", number)
                    .param("role", role.name())
                    .param(
                            "name",
                            vault.seal(agency, fact.id(), "Lotus Example").toString())
                    .update();
            sql.sql(COLLEAGUE)
                    .param("agency", agency)
                    .param("account", fact.id())
                    .update();
        });
        return new Actor(fact.id(), number, agency, role, UUID.randomUUID());
    }

    public Actor hire(Role role) {
        return hire(agency("police"), role);
    }

    /** Works as somebody, in a transaction. */
    public <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return Actors.as(actor, () -> transaction.execute(status -> work.get()));
    }

    /**
     * Two people in the same moment: the second begins once the first has done her part and before it is committed. Comes back when
     * both are through; a second who does not wait for the first is through before her.
     *
     * @return what the second was told
     */
    public <T> T meanwhile(
            Actor one, java.util.function.Supplier<?> does, Actor other, java.util.function.Supplier<T> also) {
        var second = new FutureTask<T>(() -> as(other, also));
        as(one, () -> {
            var done = does.get();
            Thread.startVirtualThread(second);
            while (!second.isDone() && !somebodyWaits()) Thread.onSpinWait();
            return done;
        });
        try {
            return second.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException broken) {
            throw new AssertionError(broken);
        }
    }

    private boolean somebodyWaits() {
        return sql.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }
}
