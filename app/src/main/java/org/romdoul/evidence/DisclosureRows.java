package org.romdoul.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.Codes;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of copies. */
@Repository
class DisclosureRows {

    // Two at once would take the same number: the second is refused here and takes the next.
    private static final String ADD = """
            INSERT INTO evidence.disclosure (%s, subject, copy, recipient, recipient_words, order_words, medium, sha256, case_copy)
            VALUES (%s, :subject, :copy, :recipient, :recipient_words, :order_words, :medium, :sha256, :case_copy)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String NEXT = "SELECT coalesce(max(copy), 0) + 1 FROM evidence.disclosure WHERE scope = :case";

    private static final String END = """
            INSERT INTO evidence.disclosure_end (%s, subject, disclosure, outcome)
            VALUES (%s, :subject, :disclosure, :outcome)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String IN_CASE = """
            SELECT d.*, e.label, x.outcome
              FROM evidence.disclosure d
              JOIN evidence.exhibit e ON e.id = d.subject
              LEFT JOIN evidence.disclosure_end x ON x.disclosure = d.id
             WHERE d.scope = :case ORDER BY d.copy""";

    private final JdbcClient sql;

    DisclosureRows(JdbcClient sql) {
        this.sql = sql;
    }

    int nextCopy(OpenCase file) {
        return sql.sql(NEXT).param("case", file.id()).query(Integer.class).single();
    }

    boolean add(
            Fact fact,
            Exhibit exhibit,
            int copy,
            Disclosure.Recipient recipient,
            SealedRef recipientWords,
            SealedRef order,
            Disclosure.Medium medium,
            @Nullable Integer caseCopy) {
        var filed = exhibit.file();
        return sql.sql(ADD)
                        .params(fact.parameters())
                        .param("subject", exhibit.id())
                        .param("copy", copy)
                        .param("recipient", Codes.of(recipient))
                        .param("recipient_words", recipientWords.toString())
                        .param("order_words", order.toString())
                        .param("medium", Codes.of(medium))
                        .param("sha256", filed == null ? null : filed.blob().sha256())
                        .param("case_copy", caseCopy)
                        .update()
                == 1;
    }

    void end(Fact fact, Disclosure disclosure, Disclosure.End outcome) {
        sql.sql(END)
                .params(fact.parameters())
                .param("subject", disclosure.exhibit())
                .param("disclosure", disclosure.id())
                .param("outcome", Codes.of(outcome))
                .update();
    }

    List<Disclosure> in(OpenCase file) {
        return sql.sql(IN_CASE)
                .param("case", file.id())
                .query(DisclosureRows::disclosure)
                .list();
    }

    private static Disclosure disclosure(ResultSet row, int number) throws SQLException {
        return new Disclosure(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("label"),
                row.getInt("copy"),
                Codes.to(Disclosure.Recipient.class, row.getString("recipient")),
                SealedRef.parse(row.getString("recipient_words")),
                SealedRef.parse(row.getString("order_words")),
                Codes.to(Disclosure.Medium.class, row.getString("medium")),
                row.getString("sha256"),
                row.getObject("case_copy", Integer.class),
                new PartialDate(row.getString("happened")),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("actor", UUID.class),
                end(row.getString("outcome")));
    }

    private static Disclosure.@Nullable End end(@Nullable String outcome) {
        return outcome == null ? null : Codes.to(Disclosure.End.class, outcome);
    }
}
