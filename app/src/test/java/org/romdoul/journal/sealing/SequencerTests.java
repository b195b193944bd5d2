package org.romdoul.journal.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.romdoul.access.Role;
import org.romdoul.database.RomdoulTest;
import org.romdoul.ledger.read.Checkpoint;
import org.romdoul.ledger.read.Frontier;
import org.romdoul.ledger.read.Note;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.TreeHash;
import org.romdoul.testing.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@RomdoulTest(properties = "romdoul.sealing=off")
@Import(Staff.class)
class SequencerTests {

    @Autowired
    Sequencer sequencer;

    @Autowired
    Staff staff;

    @Autowired
    @Qualifier("auditor")
    DataSource auditor;

    @Test
    void sealsWhatManyHandsRecordAtOnceAndEveryRootIsTheTreesOwn() throws Exception {
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 20; i++) {
                hands.submit(() -> staff.hire(Role.INVESTIGATOR));
                if (i % 5 == 0) sequencer.seal();
            }
        }
        while (sequencer.seal() > 0) {}
        var log = new JdbcTemplate(auditor);
        var leaves = log.query("SELECT entry FROM ledger.leaf ORDER BY index", (row, n) -> row.getBytes(1));
        assertThat(log.queryForObject("SELECT count(*) FROM ledger.pending", Integer.class))
                .isZero();
        assertThat(leaves).hasSizeGreaterThan(40);
        for (var checkpoint : checkpoints(log)) {
            assertThat(checkpoint.root()).isEqualTo(root(leaves.subList(0, (int) checkpoint.size())));
        }
    }

    @Test
    void givesEachScopeAChainWithoutGaps() {
        staff.hire(Role.CLERK);
        sequencer.seal();
        var gaps = new JdbcTemplate(auditor).queryForObject("""
                SELECT count(*) FROM (SELECT sequence - row_number() OVER (PARTITION BY scope, label ORDER BY sequence) AS gap
                                        FROM ledger.leaf) chained WHERE gap <> 0""", Integer.class);
        assertThat(gaps).isZero();
    }

    private static List<Checkpoint> checkpoints(JdbcTemplate log) {
        return log.query("SELECT note FROM ledger.checkpoint ORDER BY size", (row, n) -> row.getString(1)).stream()
                .map(note -> Note.parse(note.getBytes(StandardCharsets.UTF_8))
                        .then(signed -> Checkpoint.parse(signed.text())))
                .map(read -> ((Outcome.Accepted<Checkpoint>) read).value())
                .toList();
    }

    private static byte[] root(List<byte[]> entries) {
        var frontier = new Frontier();
        var hash = new TreeHash();
        entries.forEach(entry -> frontier.append(hash.leaf(entry)));
        return frontier.root();
    }
}
