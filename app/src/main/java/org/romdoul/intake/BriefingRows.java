package org.romdoul.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.romdoul.cases.OpenCase;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Fact;
import org.romdoul.vault.SealedRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What tips say, as cases were told. */
@Repository
class BriefingRows {

    private static final String ADD = """
            INSERT INTO intake.briefing (%s, tip, code, words, place) VALUES (%s, :tip, :code, :words, :place)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String OF = """
            SELECT code, happened, words, place FROM intake.briefing WHERE scope = :case ORDER BY recorded_at, id""";

    /** @param place null where none was said */
    record Row(
            String code,
            PartialDate happened,
            SealedRef words,
            @Nullable SealedRef place) {}

    private final JdbcClient sql;

    BriefingRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Fact fact, Tip tip, SealedRef words, @Nullable SealedRef place) {
        sql.sql(ADD)
                .params(fact.parameters())
                .param("tip", tip.id())
                .param("code", tip.code())
                .param("words", words.toString())
                .param("place", place == null ? null : place.toString())
                .update();
    }

    List<Row> of(OpenCase file) {
        return sql.sql(OF)
                .param("case", file.id())
                .query((row, n) -> new Row(
                        row.getString("code"),
                        new PartialDate(row.getString("happened")),
                        SealedRef.parse(row.getString("words")),
                        Optional.ofNullable(row.getString("place"))
                                .map(SealedRef::parse)
                                .orElse(null)))
                .list();
    }
}
