package org.romdoul.intake;

import java.util.List;
import java.util.UUID;
import org.romdoul.access.Parts;
import org.springframework.stereotype.Component;

/** A tip becomes part of a case: who is accused in the case does not read who reported it. */
@Component
class TipsOfCases implements Parts {

    private final TipRows rows;

    TipsOfCases(TipRows rows) {
        this.rows = rows;
    }

    @Override
    public List<UUID> of(UUID whole) {
        return rows.idsOf(whole);
    }

    @Override
    public String recomputed() {
        return TipRows.PARTS_RECOMPUTED;
    }
}
