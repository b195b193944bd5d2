package org.romdoul.bundle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Copies of cases. */
@Repository
class CopyRows {

    private static final String ADD = """
            INSERT INTO bundle.copy (%s, number, recipient, ordered, contents)
            VALUES (%s, :number, :recipient, :ordered, :contents)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String KEEP = """
            INSERT INTO bundle.kept (%s, copy, pages) VALUES (%s, :copy, :pages)""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String OF = "SELECT * FROM bundle.copy WHERE scope = :case ORDER BY number DESC";
    private static final String FIND = "SELECT * FROM bundle.copy WHERE scope = :case AND number = :number";
    private static final String BY_ID = "SELECT * FROM bundle.copy WHERE scope = :case AND id = :id";
    private static final String NEXT = "SELECT coalesce(max(number), 0) + 1 FROM bundle.copy WHERE scope = :case";
    private static final String PAGES = "SELECT pages FROM bundle.kept WHERE scope = :case AND copy = :copy";

    private final JdbcClient sql;

    CopyRows(JdbcClient sql) {
        this.sql = sql;
    }

    int next(OpenCase file) {
        return sql.sql(NEXT).param("case", file.id()).query(Integer.class).single();
    }

    /** @return false where two were made at once and the other took the number */
    boolean add(Fact fact, int number, SealedRef recipient, SealedRef ordered, String contents) {
        return sql.sql(ADD)
                        .params(fact.parameters())
                        .param("number", number)
                        .param("recipient", recipient.toString())
                        .param("ordered", ordered.toString())
                        .param("contents", contents)
                        .update()
                == 1;
    }

    void keep(Fact fact, UUID copy, SealedRef pages) {
        sql.sql(KEEP)
                .params(fact.parameters())
                .param("copy", copy)
                .param("pages", pages.toString())
                .update();
    }

    List<Copy> of(OpenCase file) {
        return sql.sql(OF).param("case", file.id()).query(CopyRows::copy).list();
    }

    Optional<Copy> find(OpenCase file, int number) {
        return sql.sql(FIND)
                .param("case", file.id())
                .param("number", number)
                .query(CopyRows::copy)
                .optional();
    }

    Optional<Copy> find(OpenCase file, UUID id) {
        return sql.sql(BY_ID)
                .param("case", file.id())
                .param("id", id)
                .query(CopyRows::copy)
                .optional();
    }

    SealedRef pages(OpenCase file, Copy copy) {
        return SealedRef.parse(sql.sql(PAGES)
                .param("case", file.id())
                .param("copy", copy.id())
                .query(String.class)
                .single());
    }

    private static Copy copy(ResultSet row, int number) throws SQLException {
        return new Copy(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                SealedRef.parse(row.getString("recipient")),
                SealedRef.parse(row.getString("ordered")),
                row.getString("contents"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("actor", UUID.class));
    }
}
