package org.romdoul.access;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who plays in the demonstration: its people at work, each in a transaction of her own, with ids that a second start finds again. */
@Component
@ConditionalOnBooleanProperty("romdoul.demo")
public class Cast {

    private final Accounts accounts;
    private final TransactionTemplate transaction;

    Cast(Accounts accounts, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Actor actor(String number) {
        return accounts.byNumber(number).orElseThrow().sitsDown(id(number, "demonstration"));
    }

    public <T> T as(Actor actor, Supplier<T> work) {
        return Objects.requireNonNull(Actors.as(actor, () -> transaction.execute(status -> work.get())));
    }

    /** @return an id that follows from words */
    public static UUID id(String... words) {
        return UUID.nameUUIDFromBytes(String.join("/", words).getBytes(StandardCharsets.UTF_8));
    }
}
