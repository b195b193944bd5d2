package org.romdoul.vault;

import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds people by name without storing one: see {@link NameTokens}. What is found is what the reader of the transaction may read,
 * and nothing tells her that there was more.
 */
public final class SearchTokens {

    private static final int MOST = 200;

    private static final String ADD = """
            INSERT INTO vault.search_token (token, scope, subject, fact, scheme) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private static final String ADD_ALL = """
            INSERT INTO vault.search_token (token, scope, subject, fact, scheme)
            SELECT decode(f.token, 'hex'), f.scope, f.subject, f.fact, :scheme
              FROM unnest(:tokens::text[], :scopes::uuid[], :subjects::uuid[], :facts::uuid[]) AS f (token, scope, subject, fact)
            ON CONFLICT DO NOTHING""";

    private static final String DROP = "DELETE FROM vault.search_token WHERE fact = ?";

    // The rows of a token lie in the order of their scopes: the newest are found without looking at the rest. Whoever
    // reads few scopes is better served by looking there. The tokens are decoded apart: under row-level security a
    // comparison with decode() itself, which may leak, would use no index.
    private static final String FIND = """
            SELECT t.scope, t.subject
              FROM vault.search_token t
             WHERE t.token = decode(:rare, 'hex') AND t.scheme = :scheme{among}
               AND :others = (SELECT count(*) FROM vault.search_token o
                               WHERE o.token = ANY (ARRAY(SELECT decode(other, 'hex') FROM unnest(:other) AS other))
                                 AND o.scope = t.scope AND o.subject = t.subject AND o.fact = t.fact)
             ORDER BY t.scope DESC, t.subject DESC, t.fact DESC
             LIMIT :most""";

    private static final String FIND_ANYWHERE = FIND.replace("{among}", "");
    private static final String FIND_AMONG_HERS = FIND.replace("{among}", " AND t.scope = ANY (access.scopes(:few))");

    private static final String READS_FEW = "SELECT access.scopes(:few) IS NOT NULL";

    private static final int FEW = 5_000;

    private static final String PURGE = "SELECT vault.forget(?)";

    /**
     * A person who may be meant.
     *
     * @param exact every word was found as it was written; otherwise only alike
     */
    public record Found(UUID scope, UUID subject, boolean exact) {}

    private record Person(UUID scope, UUID subject) {}

    private final JdbcTemplate batches;
    private final JdbcClient sql;
    private final NameTokens tokens;

    SearchTokens(JdbcTemplate batches, NameTokens tokens) {
        this.batches = batches;
        this.sql = JdbcClient.create(batches);
        this.tokens = tokens;
    }

    /**
     * Makes a person findable by her names, in the transaction of the fact that says them.
     *
     * @param fact the recording of these names
     */
    public void add(UUID scope, UUID subject, UUID fact, Collection<String> names) {
        batches.batchUpdate(ADD, tokens.of(names), 500, (statement, token) -> {
            statement.setBytes(1, HexFormat.of().parseHex(token));
            statement.setObject(2, scope);
            statement.setObject(3, subject);
            statement.setObject(4, fact);
            statement.setShort(5, NameTokens.SCHEME);
        });
    }

    /**
     * The names of one person in one recording.
     *
     * @param fact the recording
     */
    public record Named(UUID scope, UUID subject, UUID fact, Collection<String> names) {}

    /** Makes many people findable, with one statement. */
    public void add(Collection<Named> people) {
        var made = people.stream()
                .flatMap(one -> tokens.of(one.names()).stream().map(token -> new Token(one, token)))
                .toList();
        if (made.isEmpty()) return;
        sql.sql(ADD_ALL)
                .param("tokens", made.stream().map(Token::token).toArray(String[]::new))
                .param("scopes", made.stream().map(token -> token.of().scope()).toArray(UUID[]::new))
                .param(
                        "subjects",
                        made.stream().map(token -> token.of().subject()).toArray(UUID[]::new))
                .param("facts", made.stream().map(token -> token.of().fact()).toArray(UUID[]::new))
                .param("scheme", NameTokens.SCHEME)
                .update();
    }

    private record Token(Named of, String token) {}

    /** Makes the names of one recording unfindable: it was corrected, or decided against. */
    public void drop(UUID fact) {
        batches.update(DROP, fact);
    }

    /**
     * @return whoever has every word of the name, as written or alike, in one recording, among what the reader may open: at most
     *     200, exact ones first, of these the newest
     */
    public List<Found> find(String name) {
        var wanted = tokens.wanted(name);
        if (wanted.isEmpty()) return List.of();
        var among = sql.sql(READS_FEW).param("few", FEW).query(Boolean.class).single();
        var found = new LinkedHashMap<Person, Boolean>();
        for (var one : wanted)
            if (found.size() < MOST)
                with(one, among ? FIND_AMONG_HERS : FIND_ANYWHERE)
                        .forEach(person -> found.putIfAbsent(person, one.exact()));
        return found.entrySet().stream()
                .limit(MOST)
                .map(one -> new Found(one.getKey().scope(), one.getKey().subject(), one.getValue()))
                .toList();
    }

    private List<Person> with(NameTokens.Wanted wanted, String find) {
        return sql.sql(find)
                .param("rare", wanted.rare())
                .param("scheme", NameTokens.SCHEME)
                .param("few", FEW)
                .param("others", wanted.others().size())
                .param("other", wanted.others().toArray(String[]::new))
                .param("most", MOST)
                .query((row, n) -> new Person(row.getObject("scope", UUID.class), row.getObject("subject", UUID.class)))
                .list();
    }

    /** Makes a person unfindable. @return how many tokens there were */
    int purge(UUID subject) {
        return Objects.requireNonNullElse(batches.queryForObject(PURGE, Integer.class, subject), 0);
    }
}
