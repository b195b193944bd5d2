package org.romdoul.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells the database, for the length of one transaction, who is asking. Outside a transaction nobody asks, and the
 * policies show nothing: a query that forgets either is found at once.
 */
@Component("transactionManager")
class ActorTransactions extends JdbcTransactionManager {

    private static final String WEAR = "SELECT set_config('romdoul.hats', ?, true)";

    ActorTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Actors.current().ifPresent(actor -> wear(actor));
    }

    private void wear(Actor actor) {
        var source = java.util.Objects.requireNonNull(getDataSource());
        Connection connection = DataSourceUtils.getConnection(source);
        try (var statement = connection.prepareStatement(WEAR)) {
            statement.setString(
                    1, actor.hats().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
            statement.execute();
        } catch (SQLException broken) {
            throw new CannotCreateTransactionException("the database was not told who is asking", broken);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
