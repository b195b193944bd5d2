package org.romdoul.studies;

import java.util.UUID;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.NeedToKnow;
import org.romdoul.access.Role;
import org.springframework.stereotype.Component;

/** Who may read what a researcher begins: the researchers of her agency, and the oversight agency. */
@Component("studies.readers")
class Readers {

    private final NeedToKnow needToKnow;
    private final Accounts accounts;
    private final Agencies agencies;

    Readers(NeedToKnow needToKnow, Accounts accounts, Agencies agencies) {
        this.needToKnow = needToKnow;
        this.accounts = accounts;
        this.agencies = agencies;
    }

    /** @param fact a study or a count; its own scope */
    void let(UUID fact, Actor by) {
        needToKnow.let(fact, by.account(), fact, null);
        accounts.of(by.agency()).stream()
                .filter(account -> account.role() == Role.RESEARCHER)
                .map(Account::id)
                .filter(account -> !account.equals(by.account()))
                .forEach(account -> needToKnow.let(fact, account, fact, null));
        agencies.oversight().ifPresent(oversight -> needToKnow.let(fact, oversight.id(), fact, null));
    }
}
