package org.romdoul.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.access.Actor;
import org.romdoul.access.Actors;
import org.romdoul.access.Role;
import org.romdoul.blobs.Blobs;
import org.romdoul.cases.OpenCase;
import org.romdoul.database.RomdoulTest;
import org.romdoul.evidence.Disclosures;
import org.romdoul.journal.Facts;
import org.romdoul.journal.sealing.Leaves;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.journal.sealing.Sequencer;
import org.romdoul.journal.witnessing.Vouching;
import org.romdoul.testing.Court;
import org.romdoul.testing.Neighbours;
import org.romdoul.testing.Opened;
import org.romdoul.testing.Staff;
import org.romdoul.vault.Openings;
import org.romdoul.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Three real witnesses, of whom some are away: a copy leaves with a quorum or not at all, and the court counts for itself. */
@RomdoulTest(properties = "romdoul.sealing=off")
@Import({Staff.class, Opened.class})
class WitnessedCopyTests {

    @TempDir
    Path folder;

    @Autowired
    CopyRows rows;

    @Autowired
    Chain chain;

    @Autowired
    Leaves leaves;

    @Autowired
    PublishedLog log;

    @Autowired
    Vault vault;

    @Autowired
    Openings openings;

    @Autowired
    Disclosures disclosures;

    @Autowired
    Facts facts;

    @Autowired
    Copies copies;

    @Autowired
    Blobs blobs;

    @Autowired
    TimeStamps timeStamps;

    @Autowired
    Sequencer sequencer;

    @Autowired
    JdbcClient sql;

    @Autowired
    @Qualifier("sequencer")
    DataSource sequencing;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Staff staff;

    @Autowired
    Opened opened;

    Actor prosecutor;
    OpenCase file;
    Neighbours neighbours;
    Departures departures;
    Copy copy;

    @BeforeEach
    void makeACopyForACourtThatTrustsTwoOfThree() {
        prosecutor = staff.hire(Role.PROSECUTOR);
        file = opened.by(prosecutor);
        seal();
        neighbours = new Neighbours(folder, log.vkey(), 3);
        var witnesses = Vouching.witnesses(neighbours.policy(2), sql);
        departures = new Departures(rows, chain, witnesses, log, vault, openings, disclosures, facts);
        copy = switch (as(() -> copies.make(file, UUID.randomUUID(), "Court", "No. 1", Chosen.NOTHING))) {
            case Copies.Made made -> made.copy();
            case Copies.Refused no -> throw new AssertionError(no.reason());
        };
        seal();
    }

    @AfterEach
    void close() {
        neighbours.close();
    }

    @Test
    void noCopyLeavesWithoutAQuorum() throws Exception {
        assertThat(take()).isEqualTo("copy.not-witnessed");
        vouch(1);
        assertThat(take()).isEqualTo("copy.not-witnessed");
        assertThat(folder.resolve("copy.zip")).doesNotExist();
    }

    @Test
    void whatTwoOfThreeVouchForIsVerified() throws Exception {
        vouch(2);
        assertThat(take()).isEmpty();
        var said = Court.verifies(folder.resolve("copy.zip"), policy(2));
        assertThat(said.words()).contains("2 of 3 signed, which is the quorum: w0 at ", "VERIFIED  case ");
        assertThat(said.exit()).isZero();
    }

    @Test
    void aCourtThatAsksForAllThreeIsToldThatOneIsMissing() throws Exception {
        vouch(2);
        assertThat(take()).isEmpty();
        var said = Court.verifies(folder.resolve("copy.zip"), policy(3));
        assertThat(said.words()).contains("2 of 3 signed, which is no quorum", "NOT-WITNESSED  ");
        assertThat(said.exit()).isOne();
    }

    @Test
    void aWitnessThatTheCourtDoesNotKnowCountsForNothing() throws Exception {
        vouch(2);
        assertThat(take()).isEmpty();
        try (var others = new Neighbours(folder.resolve("others"), log.vkey(), 3)) {
            var policy = Files.writeString(folder.resolve("theirs"), others.policyText(2));
            assertThat(Court.verifies(folder.resolve("copy.zip"), policy).words())
                    .contains("0 of 3 signed, which is no quorum", "NOT-WITNESSED  ");
        }
    }

    /** So many of the three are there, and the others away. */
    private void vouch(int howMany) throws InterruptedException {
        for (var i = howMany; i < 3; i++) neighbours.goesAway(i);
        Vouching.round(log, neighbours.policy(2), sequencing);
    }

    private Path policy(int quorum) throws IOException {
        return Files.writeString(folder.resolve("court-" + quorum), neighbours.policyText(quorum));
    }

    private void seal() {
        while (sequencer.seal() > 0) {}
    }

    /** @return why it did not leave; empty where it did */
    private String take() throws IOException {
        var courier = new Courier(departures, leaves, blobs, log, timeStamps);
        var bytes = new ByteArrayOutputStream();
        var waiting = as(() -> {
            try {
                return courier.take(file, copy, name -> bytes);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        if (waiting.isPresent()) return waiting.get().reason();
        Files.write(folder.resolve("copy.zip"), bytes.toByteArray());
        return "";
    }

    // These copies are made by hand, under another policy than the program's: their transactions are begun by hand too.
    private <T> T as(Supplier<T> work) {
        return Objects.requireNonNull(
                Actors.as(prosecutor, () -> new TransactionTemplate(transactions).execute(status -> work.get())));
    }
}
