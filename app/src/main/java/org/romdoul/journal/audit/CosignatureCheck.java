package org.romdoul.journal.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.romdoul.ledger.read.Note;
import org.romdoul.ledger.read.NoteReader;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.SignedNote;
import org.romdoul.ledger.read.VerifierKey;

/** Every cosignature that is kept, verified again over the checkpoint that it stands under. */
final class CosignatureCheck {

    private static final String TABLE = "ledger.cosignature";
    private static final String ALL = """
            SELECT s.log, s.size, s.witness, s.line, c.note, extract(epoch FROM s.at)::bigint
              FROM ledger.cosignature s LEFT JOIN ledger.checkpoint c ON c.log = s.log AND c.size = s.size
             ORDER BY s.log, s.size, s.witness""";

    private CosignatureCheck() {}

    /** @return how many there are */
    static long check(Connection sql, Findings findings) throws SQLException {
        var count = 0L;
        try (var all = Cursor.open(sql, ALL)) {
            for (; all.next(); count++) {
                var row = all.row();
                var note = row.getString(5);
                if (note == null || !verifies(row.getString(3), row.getString(4), note, row.getLong(6)))
                    findings.add(
                            Kind.COSIGNATURE_FORGED, TABLE, row.getInt(1) + "/" + row.getLong(2), row.getString(3));
            }
        }
        return count;
    }

    private static boolean verifies(String vkey, String line, String note, long at) {
        return VerifierKey.parse(vkey)
                                .then(key -> Note.parse(utf8(note))
                                        .then(checkpoint -> new NoteReader(List.of(key), Signatures.FAST)
                                                .read(alone(checkpoint.text(), line))))
                        instanceof Outcome.Accepted<SignedNote>(SignedNote signed)
                && signed.cosignatures().stream().anyMatch(one -> one.time() == at);
    }

    private static byte[] alone(byte[] text, String line) {
        var note = new ByteArrayOutputStream();
        note.writeBytes(text);
        note.write('\n');
        note.writeBytes(utf8(line));
        return note.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
