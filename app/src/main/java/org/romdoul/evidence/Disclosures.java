package org.romdoul.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Copies given out: each with a number, on an order, until it is back or destroyed. */
@Service
@Transactional
public class Disclosures {

    private final DisclosureRows rows;
    private final Exhibits exhibits;
    private final Vault vault;

    Disclosures(DisclosureRows rows, Exhibits exhibits, Vault vault) {
        this.rows = rows;
        this.exhibits = exhibits;
        this.vault = vault;
    }

    /** Whom a copy goes to, and on whose word. */
    public record To(Disclosure.Recipient recipient, String whom, String order, Disclosure.Medium medium) {}

    /** @return the copies of a case, the first first */
    @Transactional(readOnly = true)
    public List<Disclosure> of(OpenCase file) {
        return rows.in(file);
    }

    /** @return what a sealed part of one says */
    @Transactional(readOnly = true)
    public String words(OpenCase file, SealedRef words) {
        return vault.open(file.content(), words).orElse("");
    }

    /** @param id the fact's id, as the form carried it: sent twice, one copy is recorded */
    public Disclosure give(OpenCase file, Exhibit exhibit, UUID id, To to, PartialDate happened) {
        return give(
                file, exhibit, new Fact(id, file.id(), happened, file.reader().account(), null, null), to, null);
    }

    /**
     * A copy of the case leaves for a court, and files of its exhibits in it as they were handed in: each stands in the register too.
     * However often that copy is taken, it stands there once.
     *
     * @param now what has become of the copy: its fact's id is the copy's own
     * @param number of the copy
     * @param files that leave
     */
    public void givenWithCase(OpenCase file, Fact now, int number, Set<UUID> files, String whom, String order) {
        var to = new To(Disclosure.Recipient.COURT, whom, order, Disclosure.Medium.NETWORK);
        for (var exhibit : exhibits.of(file)) {
            if (exhibit.file() == null || !files.contains(exhibit.file().blob().id())) continue;
            give(file, exhibit, now.as(id(now.id(), exhibit)), to, number);
        }
    }

    private static UUID id(UUID copy, Exhibit exhibit) {
        return UUID.nameUUIDFromBytes((copy + " " + exhibit.id()).getBytes(StandardCharsets.US_ASCII));
    }

    private Disclosure give(OpenCase file, Exhibit exhibit, Fact fact, To to, @Nullable Integer caseCopy) {
        if (!exhibit.caseId().equals(file.id())) throw new IllegalArgumentException("of another case");
        var already = find(file, fact.id());
        if (already.isPresent()) return already.get();
        var whom = vault.seal(file.id(), file.id(), to.whom());
        var order = vault.seal(file.id(), file.id(), to.order());
        for (var tries = 0; tries < 100; tries++) {
            if (rows.add(fact, exhibit, rows.nextCopy(file), to.recipient(), whom, order, to.medium(), caseCopy)) break;
            if (find(file, fact.id()).isPresent()) break;
        }
        return find(file, fact.id()).orElseThrow();
    }

    private Optional<Disclosure> find(OpenCase file, UUID id) {
        return rows.in(file).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Sent twice, it ended once. */
    public void end(OpenCase file, Disclosure disclosure, UUID id, Disclosure.End outcome, PartialDate happened) {
        rows.end(new Fact(id, file.id(), happened, file.reader().account(), null, null), disclosure, outcome);
    }
}
