package org.romdoul.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a program that serves does first: destroys the keys that a power cut left, and makes the search tokens of names that a
 * version recorded which made none. A command does neither; the audit above all must find things as they are.
 */
@Component
@ConditionalOnWebApplication
class FirstThings {

    private static final String NONE = "SELECT NOT EXISTS (SELECT FROM vault.search_token)";

    private final DataSource auditor;
    private final Erasures erasures;
    private final Openings openings;
    private final Names names;
    private final SearchTokens tokens;

    FirstThings(
            @Qualifier("auditor") DataSource auditor,
            Erasures erasures,
            Openings openings,
            Names names,
            SearchTokens tokens) {
        this.auditor = auditor;
        this.erasures = erasures;
        this.openings = openings;
        this.names = names;
        this.tokens = tokens;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void begin() throws SQLException {
        erasures.finish();
        makeTokensWhereThereAreNone();
    }

    private void makeTokensWhereThereAreNone() throws SQLException {
        try (var reader = auditor.getConnection()) {
            reader.setAutoCommit(false);
            if (isEmpty(reader) && names.any(reader)) {
                names.each(openings.system("search"), reader, one -> {
                    var said = one.names();
                    if (said != null)
                        tokens.add(List.of(new SearchTokens.Named(one.scope(), one.subject(), one.fact(), said)));
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
