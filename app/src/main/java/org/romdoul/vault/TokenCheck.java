package org.romdoul.vault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.romdoul.journal.audit.KeyedCheck;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Makes the search tokens again from the names, and holds the two side by side. Whom they name, it never says. */
@Component
class TokenCheck implements KeyedCheck {

    private static final String STORED =
            "SELECT fact, scope, subject, scheme, token FROM vault.search_token ORDER BY fact";

    private record Token(UUID fact, UUID scope, UUID subject, short scheme, long token) {}

    private final Openings openings;
    private final Names names;
    private final NameTokens tokens;

    TokenCheck(Openings openings, Names names, NameTokens tokens) {
        this.openings = openings;
        this.names = names;
        this.tokens = tokens;
    }

    @Override
    public String table() {
        return "vault.search_token";
    }

    @Override
    public void check(Connection auditor, BiConsumer<String, String> differing) throws SQLException {
        try {
            lookAt(auditor, differing);
        } catch (DataAccessException refused) { // the reading could not be recorded, or the key store not be asked
            if (refused.getCause() instanceof SQLException why) throw why;
            throw refused;
        }
    }

    private void lookAt(Connection auditor, BiConsumer<String, String> differing) throws SQLException {
        var opening = openings.system("audit");
        try (var statement = auditor.prepareStatement(STORED)) {
            statement.setFetchSize(2_000);
            try (var rows = statement.executeQuery()) {
                var stored = new InOrder(rows, differing);
                names.each(opening, auditor, recording -> compare(recording, stored.of(recording.fact()), differing));
                stored.end();
            }
        }
    }

    private void compare(Names.Recording recording, List<Token> stored, BiConsumer<String, String> differing) {
        var row = recording.fact().toString();
        var said = recording.names();
        if (said == null) {
            differing.accept(row, "cannot be made again: a name does not open, and nobody granted an erasure");
            return;
        }
        var made = tokens.of(said).stream()
                .map(token ->
                        new Token(recording.fact(), recording.scope(), recording.subject(), NameTokens.SCHEME, token))
                .collect(Collectors.toSet());
        var there = new HashSet<>(stored);
        if (!there.containsAll(made)) differing.accept(row, "of what its names give, something is missing");
        if (!made.containsAll(there)) differing.accept(row, "there is more than its names give");
    }

    /** The stored tokens in the order of their facts, taken off fact by fact. */
    private static final class InOrder {

        private final ResultSet rows;
        private final BiConsumer<String, String> differing;
        private boolean more;

        InOrder(ResultSet rows, BiConsumer<String, String> differing) throws SQLException {
            this.rows = rows;
            this.differing = differing;
            this.more = rows.next();
        }

        /** PostgreSQL sorts ids by their bytes, as their text sorts. */
        List<Token> of(UUID fact) throws SQLException {
            var wanted = fact.toString();
            while (more && rows.getString(1).compareTo(wanted) < 0) stray();
            var found = new ArrayList<Token>();
            for (; more && rows.getString(1).equals(wanted); more = rows.next())
                found.add(new Token(
                        fact,
                        rows.getObject(2, UUID.class),
                        rows.getObject(3, UUID.class),
                        rows.getShort(4),
                        rows.getLong(5)));
            return found;
        }

        void end() throws SQLException {
            while (more) stray();
        }

        private void stray() throws SQLException {
            var fact = rows.getString(1);
            differing.accept(fact, "no name that holds now gives it");
            while (more && rows.getString(1).equals(fact)) more = rows.next();
        }
    }
}
