package org.romdoul.evidence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.BlobRef;
import org.romdoul.cases.OpenCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files on their way in pieces, each transaction short: the bytes come between them. */
@Repository
@Transactional
class UploadRows {

    private static final String FORGET =
            "DELETE FROM evidence.upload WHERE begun < clock_timestamp() - interval '7 days'";
    private static final String BEGIN = """
            INSERT INTO evidence.upload (id, scope, account, length) VALUES (:id, :case, :account, :length)
            ON CONFLICT DO NOTHING""";
    private static final String FIND = """
            SELECT length, exhibit FROM evidence.upload WHERE id = :id AND scope = :case AND account = :account""";
    private static final String PIECES = "SELECT piece FROM evidence.upload_piece WHERE upload = :id ORDER BY start";
    private static final String ADD = """
            INSERT INTO evidence.upload_piece (upload, start, piece) VALUES (:id, :start, :piece) ON CONFLICT DO NOTHING""";
    private static final String BECOMES =
            "UPDATE evidence.upload SET exhibit = :exhibit WHERE id = :id AND account = :account";
    private static final String FREE = "DELETE FROM evidence.upload_piece WHERE upload = :id";

    /**
     * A file on its way.
     *
     * @param length how many bytes it will be
     * @param exhibit that it became; null while it has not
     * @param pieces what has come, in order and without a hole; none of them is needed once it is an exhibit
     */
    record Upload(UUID id, long length, @Nullable UUID exhibit, List<BlobRef> pieces) {
        long offset() {
            return exhibit != null
                    ? length
                    : pieces.stream().mapToLong(BlobRef::size).sum();
        }

        boolean isWhole() {
            return offset() == length;
        }
    }

    private final JdbcClient sql;

    UploadRows(JdbcClient sql) {
        this.sql = sql;
    }

    void begin(OpenCase file, UUID id, long length) {
        sql.sql(FORGET).update();
        sql.sql(BEGIN)
                .param("id", id)
                .param("case", file.id())
                .param("account", file.reader().account())
                .param("length", length)
                .update();
    }

    Optional<Upload> find(OpenCase file, UUID id) {
        return sql.sql(FIND)
                .param("id", id)
                .param("case", file.id())
                .param("account", file.reader().account())
                .query((row, n) ->
                        new Upload(id, row.getLong("length"), row.getObject("exhibit", UUID.class), pieces(id)))
                .optional();
    }

    private List<BlobRef> pieces(UUID id) {
        return sql.sql(PIECES)
                .param("id", id)
                .query((row, n) -> BlobRef.parse(row.getString("piece")))
                .list();
    }

    boolean add(UUID id, long start, BlobRef piece) {
        return sql.sql(ADD)
                        .param("id", id)
                        .param("start", start)
                        .param("piece", piece.toString())
                        .update()
                == 1;
    }

    void becomes(OpenCase file, UUID id, UUID exhibit) {
        sql.sql(BECOMES)
                .param("id", id)
                .param("account", file.reader().account())
                .param("exhibit", exhibit)
                .update();
        sql.sql(FREE).param("id", id).update();
    }
}
