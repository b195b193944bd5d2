package org.romdoul.vault;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the search tokens of names that were recorded by a version that made none. Where there are any, nothing is done. */
@Component
class TokenMaking {

    private static final String NONE = "SELECT NOT EXISTS (SELECT FROM vault.search_token)";

    private final DataSource auditor;
    private final Openings openings;
    private final Names names;
    private final SearchTokens tokens;

    TokenMaking(@Qualifier("auditor") DataSource auditor, Openings openings, Names names, SearchTokens tokens) {
        this.auditor = auditor;
        this.openings = openings;
        this.names = names;
        this.tokens = tokens;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void makeWhereThereAreNone() throws SQLException {
        try (var reader = auditor.getConnection()) {
            reader.setAutoCommit(false);
            if (isEmpty(reader) && names.any(reader)) {
                names.each(openings.system("search"), reader, one -> {
                    var said = one.names();
                    if (said != null) tokens.add(one.scope(), one.subject(), one.fact(), said);
                });
            }
            reader.rollback();
        }
    }

    private static boolean isEmpty(Connection reader) throws SQLException {
        try (var statement = reader.createStatement();
                var row = statement.executeQuery(NONE)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
