package org.romdoul.studies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.estimators.survey.LonelyVenue;
import org.romdoul.input.Codes;
import org.romdoul.journal.Fact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Published studies, for everybody. */
@Repository("studies.releaseRows")
class ReleaseRows {

    private static final String ADD = """
            INSERT INTO studies.release (%s, code, title, sha256, visits, draw, seed, sizes, drawn, frame_sha256, venues, revisits, other_draws,
                   typed_same, audits_drawn, audits_done, audits, early, passed, lonely, lonely_reason, log_size, log_root)
            VALUES (%s, :code, :title, :sha256, :visits, :draw, :seed, :sizes, :drawn, :frame, :venues, :revisits, :others,
                   :same, :auditsDrawn, :auditsDone, :audits, :early, :passed, :lonely, :reason, :size, :root)
            ON CONFLICT DO NOTHING""".formatted(Fact.COLUMNS, Fact.VALUES);

    private static final String ALL = """
            SELECT code, title, visits, draw, studies.leaf_of(draw) AS draw_leaf, seed, sizes, drawn, frame_sha256, venues, revisits, other_draws,
                   typed_same, audits_drawn, audits_done, audits, early, passed, lonely, lonely_reason, log_size, log_root, recorded_at,
                   studies.leaf_of(id) AS leaf
              FROM studies.release ORDER BY recorded_at DESC, id""";

    private final JdbcClient sql;

    ReleaseRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean add(Fact fact, Study study, String visits, Policy policy, Making making) {
        return sql.sql(ADD)
                        .params(fact.parameters())
                        .param("code", study.code())
                        .param("title", study.title())
                        .param("sha256", Draw.sha256(visits))
                        .param("visits", visits)
                        .param("lonely", policy.isChosen() ? Codes.of(policy.lonely()) : null)
                        .param("reason", policy.isChosen() ? policy.reason() : null)
                        .params(values(making))
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> values(Making making) {
        var drawn = making.drawn();
        var agreement = making.agreement();
        var position = making.position();
        var values = new HashMap<String, @Nullable Object>();
        values.put("draw", drawn.fact());
        values.put("seed", drawn.draw().seed());
        values.put("sizes", drawn.draw().text());
        values.put("drawn", Timestamp.from(drawn.at()));
        values.put("frame", making.frameSha256());
        values.put("venues", making.venues());
        values.put("revisits", drawn.draw().revisits());
        values.put("others", OtherDraw.text(making.others()));
        values.put("same", agreement.same());
        values.put("auditsDrawn", agreement.drawn());
        values.put("auditsDone", agreement.done());
        values.put("audits", agreement.text());
        values.put("early", making.early());
        values.put("passed", making.passed());
        values.put("size", position == null ? null : position.size());
        values.put("root", position == null ? null : position.root());
        return values;
    }

    List<Release> all() {
        return sql.sql(ALL).query(ReleaseRows::release).list();
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        var lonely = row.getString("lonely");
        return new Release(
                row.getString("code"),
                row.getString("title"),
                row.getString("visits"),
                lonely == null
                        ? Policy.NONE
                        : new Policy(Codes.to(LonelyVenue.class, lonely), row.getString("lonely_reason")),
                row.getString("seed") == null ? null : making(row),
                row.getObject("leaf", Long.class));
    }

    private static Making making(ResultSet row) throws SQLException {
        var draw = Draw.of(row.getString("seed"), row.getString("sizes"), row.getString("revisits"));
        var drawn = new Drawn(
                row.getObject("draw", UUID.class),
                draw,
                row.getTimestamp("drawn").toInstant(),
                row.getObject("draw_leaf", Long.class));
        return new Making(
                drawn,
                row.getString("frame_sha256"),
                row.getInt("venues"),
                OtherDraw.of(row.getString("other_draws")),
                Agreement.of(
                        draw.size(),
                        row.getLong("typed_same"),
                        row.getInt("audits_drawn"),
                        row.getInt("audits_done"),
                        row.getString("audits")),
                row.getInt("early"),
                row.getInt("passed"),
                LogPosition.of(row));
    }
}
