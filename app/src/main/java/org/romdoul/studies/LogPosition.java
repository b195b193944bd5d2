package org.romdoul.studies;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.romdoul.publication.Position;

/** Where the log stood when something was counted or released, as the facts of this room keep it. */
final class LogPosition {

    private LogPosition() {}

    /** @return null where nothing was sealed yet */
    static @Nullable Position of(ResultSet row) throws SQLException {
        var root = row.getString("log_root");
        return root == null
                ? null
                : new Position(
                        row.getLong("log_size"),
                        root,
                        row.getTimestamp("recorded_at").toInstant());
    }
}
