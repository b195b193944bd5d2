package org.romdoul.cases;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.NeedToKnow;
import org.romdoul.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works on a case: joined, left, handed over. One person answers for it, always. */
@Service
@Transactional
public class Memberships {

    /**
     * Somebody who works on a case, as others see her.
     *
     * @param person her number and role, never her name
     * @param owner whether she answers for the case
     */
    public record Seat(UUID membership, Account person, boolean owner) {}

    private final MembershipRows rows;
    private final DeskRows desk;
    private final Accounts accounts;
    private final NeedToKnow needToKnow;
    private final Cases cases;
    private final Tasks tasks;
    private final Facts facts;

    Memberships(
            MembershipRows rows,
            DeskRows desk,
            Accounts accounts,
            NeedToKnow needToKnow,
            Cases cases,
            Tasks tasks,
            Facts facts) {
        this.rows = rows;
        this.desk = desk;
        this.accounts = accounts;
        this.needToKnow = needToKnow;
        this.cases = cases;
        this.tasks = tasks;
        this.facts = facts;
    }

    /** @return who works on it, who answers for it first */
    @Transactional(readOnly = true)
    public List<Seat> of(OpenCase file) {
        var owner = desk.of(file).owner();
        var now = rows.now(file.id());
        var people = accounts.byIds(now.stream().map(Membership::account).toList());
        return now.stream()
                .flatMap(one -> Stream.ofNullable(people.get(one.account()))
                        .map(person -> new Seat(one.id(), person, person.id().equals(owner))))
                .sorted(Comparator.comparing(Seat::owner).reversed())
                .toList();
    }

    /** Lets somebody work on the case, or makes her answer for it. */
    public Answer join(OpenCase file, UUID fact, String number, Membership.Part part) {
        if (rows.isThere(fact)) return Answer.accepted();
        if (!runs(file)) return Answer.refused("membership.not-owner");
        var person = accounts.byNumber(number);
        if (person.isEmpty() || !person.get().role().holdsCases()) return Answer.refused("staff.unknown");
        if (person.get().suspended()) return Answer.refused("staff.suspended");
        var account = person.get().id();
        if (needToKnow.isExcluded(file.id(), account)) return Answer.refused("membership.excluded");
        if (desk.of(file).owner().equals(account)) return Answer.accepted();
        var already = rows.now(file.id()).stream().anyMatch(one -> one.account().equals(account));
        if (part == Membership.Part.OWNER) cases.handOver(file, fact, account);
        else if (!already) cases.join(file.id(), fact, account, part, file.reader());
        return Answer.accepted();
    }

    /** Somebody leaves; what she had to do waits for others of her agency. Who answers for the case hands it over first. */
    public Answer leave(OpenCase file, UUID fact, UUID membership) {
        var seat = rows.now(file.id()).stream()
                .filter(one -> one.id().equals(membership))
                .findFirst();
        if (seat.isEmpty()) return Answer.accepted();
        var account = seat.get().account();
        if (desk.of(file).owner().equals(account)) return Answer.refused("membership.owner-stays");
        if (!account.equals(file.reader().account()) && !runs(file)) return Answer.refused("membership.not-owner");
        for (var duty : tasks.of(file))
            if (account.equals(duty.account())) tasks.handOn(file, facts.id(), duty.task(), duty.agency(), null);
        cases.end(file, fact, seat.get());
        return Answer.accepted();
    }

    /** @return every membership of the case that has not ended */
    @Transactional(readOnly = true)
    public List<Membership> now(OpenCase file) {
        return rows.now(file.id());
    }

    /** @return the cases her agency holds on which somebody works, as far as the reader may see them */
    @Transactional(readOnly = true)
    public List<UUID> casesOf(Account person) {
        return rows.casesOf(person.id(), person.agency());
    }

    /** Who answers for the case says who works on it, and so does the lead of the agency that holds it. */
    @Transactional(readOnly = true)
    public boolean runs(OpenCase file) {
        return desk.of(file).isRunBy(file.reader());
    }
}
