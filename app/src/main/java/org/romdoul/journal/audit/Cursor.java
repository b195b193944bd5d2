package org.romdoul.journal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGStatement;

/** Rows read in order, a few thousand in memory at a time, however many there are. */
final class Cursor implements AutoCloseable {

    private static final int FETCH = 2_000;

    private final PreparedStatement statement;
    private final ResultSet rows;

    private Cursor(PreparedStatement statement, ResultSet rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /** @param connection in a transaction, or the driver would fetch everything at once */
    static Cursor open(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (var i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.setFetchSize(FETCH);
            binary(statement);
            return new Cursor(statement, statement.executeQuery());
        } catch (SQLException refused) {
            statement.close();
            throw refused;
        }
    }

    /** Bytes come as bytes and not as hexadecimal, from the first execution on. */
    private static void binary(Statement statement) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
    }

    boolean next() throws SQLException {
        return rows.next();
    }

    ResultSet row() {
        return rows;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
