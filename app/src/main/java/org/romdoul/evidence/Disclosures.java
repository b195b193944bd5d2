package org.romdoul.evidence;

import java.util.List;
import java.util.UUID;
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
    private final Vault vault;

    Disclosures(DisclosureRows rows, Vault vault) {
        this.rows = rows;
        this.vault = vault;
    }

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
    public Disclosure give(
            OpenCase file,
            Exhibit exhibit,
            UUID id,
            Disclosure.Recipient recipient,
            String whom,
            String order,
            Disclosure.Medium medium,
            PartialDate happened) {
        if (!exhibit.caseId().equals(file.id())) throw new IllegalArgumentException("of another case");
        var fact = new Fact(id, file.id(), happened, file.reader().account(), null, null);
        var sealedWhom = vault.seal(file.id(), file.id(), whom);
        var sealedOrder = vault.seal(file.id(), file.id(), order);
        for (var tries = 0; tries < 100; tries++) {
            if (rows.add(fact, exhibit, rows.nextCopy(file), recipient, sealedWhom, sealedOrder, medium)) break;
            if (rows.in(file).stream().anyMatch(one -> one.id().equals(id))) break;
        }
        return rows.in(file).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Sent twice, it ended once. */
    public void end(OpenCase file, Disclosure disclosure, UUID id, Disclosure.End outcome, PartialDate happened) {
        rows.end(new Fact(id, file.id(), happened, file.reader().account(), null, null), disclosure, outcome);
    }
}
