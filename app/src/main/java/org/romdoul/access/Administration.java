package org.romdoul.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.input.PartialDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts as administrators keep them: numbers, roles and agencies, never names, never a case. Whoever works for the office
 * that runs the record keeps all accounts; another administrator those of her own agency. Nobody keeps her own.
 */
@Service
@Transactional
class Administration {

    private final Accounts accounts;
    private final Agencies agencies;

    Administration(Accounts accounts, Agencies agencies) {
        this.accounts = accounts;
        this.agencies = agencies;
    }

    @Transactional(readOnly = true)
    public List<Office> offices(Actor administrator) {
        return keeps(administrator).stream()
                .map(agency -> new Office(agency, accounts.of(agency.id())))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Agency> keeps(Actor administrator) {
        if (administrator.role() != Role.ADMINISTRATOR) return List.of();
        return agencies.all().stream()
                .filter(agency -> agency.id().equals(administrator.agency()) || runsTheRecord(administrator))
                .toList();
    }

    /** @return an account she keeps; nothing for her own, and for those of others, as if there were none */
    @Transactional(readOnly = true)
    public Optional<Account> find(Actor administrator, String number) {
        return accounts.byNumber(number)
                .filter(account -> !account.id().equals(administrator.account()))
                .filter(account -> keeps(administrator).stream()
                        .anyMatch(agency -> agency.id().equals(account.agency())));
    }

    @Transactional(readOnly = true)
    public boolean mayAddAgencies(Actor administrator) {
        return administrator.role() == Role.ADMINISTRATOR && runsTheRecord(administrator);
    }

    /** @return false where the code is taken */
    public boolean addAgency(Actor administrator, String code, String kind, String name) {
        if (!mayAddAgencies(administrator) || agencies.byCode(code).isPresent()) return false;
        agencies.add(code, kind, name, PartialDate.UNKNOWN, administrator.account());
        return true;
    }

    /** @param id the account's, as the form carried it: sent twice, she is added once, and her password is shown once */
    public Accounts.Answer add(
            Actor administrator, UUID id, String agency, String number, Role role, String name, String language) {
        var hers = keeps(administrator).stream()
                .filter(one -> one.code().equals(agency))
                .findFirst();
        return hers.isEmpty()
                ? new Accounts.Refused("access.agency.none")
                : accounts.add(
                        id,
                        hers.get(),
                        number.isEmpty() ? accounts.freeNumber() : number,
                        role,
                        name,
                        language,
                        administrator.account());
    }

    private boolean runsTheRecord(Actor administrator) {
        return agencies.byId(administrator.agency())
                .filter(agency -> agency.kind().equals(Agency.OPERATIONS))
                .isPresent();
    }
}
