package org.romdoul.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.cases.CaseFile;
import org.romdoul.cases.Cases;
import org.romdoul.database.RomdoulTest;
import org.romdoul.evidence.Described;
import org.romdoul.evidence.Exhibit;
import org.romdoul.evidence.Receiving;
import org.romdoul.input.PartialDate;
import org.romdoul.testing.Staff;
import org.romdoul.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RomdoulTest
@Import(Staff.class)
class SweepTests {

    private static final Duration NONE = Duration.ofMinutes(-10);

    @Autowired
    Sweep sweep;

    @Autowired
    Blobs blobs;

    @Autowired
    Receiving receiving;

    @Autowired
    Cases cases;

    @Autowired
    Vault vault;

    @Autowired
    Staff staff;

    @Test
    void neverTouchesAFileThatAFactRefersTo() throws IOException {
        var exhibit = exhibit();
        var swept = sweep.run(NONE, true);
        assertThat(swept.orphans()).doesNotContain(exhibit.id());
        assertThat(blobs.check(exhibit)).isEqualTo(Condition.INTACT);
    }

    @Test
    void namesAnOrphanWhenItIsOldAndRemovesItOnlyWhenTold() throws IOException {
        var orphan = orphan();
        assertThat(sweep.run(Sweep.GRACE, true).orphans()).doesNotContain(orphan.id());
        assertThat(sweep.run(NONE, false).orphans()).contains(orphan.id());
        assertThat(blobs.check(orphan)).isEqualTo(Condition.INTACT);
        assertThat(sweep.run(NONE, true).orphans()).contains(orphan.id());
        assertThat(blobs.check(orphan)).isEqualTo(Condition.MISSING);
        assertThat(sweep.run(NONE, true).orphans()).isEmpty();
    }

    @Test
    void removesPiecesThatBelongToNoUploadAnyMore() throws IOException {
        var scope = UUID.randomUUID();
        vault.begin(scope);
        try (var piece = blobs.beginPiece(scope)) {
            piece.write(new byte[10], 0, 10);
            piece.keep();
        }
        assertThat(sweep.run(NONE, false).pieces()).isEqualTo(1);
        assertThat(sweep.run(NONE, false).pieces()).isZero();
    }

    private BlobRef orphan() throws IOException {
        var scope = UUID.randomUUID();
        vault.begin(scope);
        try (var arrival = blobs.begin(scope)) {
            arrival.write(new byte[10], 0, 10);
            return arrival.keep();
        }
    }

    private BlobRef exhibit() {
        var officer = staff.hire(Role.INVESTIGATOR);
        var described = new Described(Exhibit.Origin.SEIZED, null, null, "Found on the table", PartialDate.UNKNOWN);
        var coming = new Receiving.Coming(new ByteArrayInputStream(new byte[100]), "a", null, null);
        var answer = Actors.as(officer, () -> {
            var file = cases.begin(CaseFile.Origin.ALLEGATION, PartialDate.UNKNOWN, null, officer);
            return receiving.receive(file, UUID.randomUUID(), described, coming);
        });
        var filed = ((Receiving.Answer.Received) answer).exhibit().file();
        return java.util.Objects.requireNonNull(filed).blob();
    }
}
