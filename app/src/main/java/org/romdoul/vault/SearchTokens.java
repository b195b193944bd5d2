package org.romdoul.vault;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds people by name without storing one: see {@link NameTokens}. What is found is what the reader of the transaction may read,
 * and nothing tells her that there was more.
 */
public final class SearchTokens {

    // In the order of the index, which has none that a name would know: one way through it for many names.
    private static final String ADD = """
            INSERT INTO vault.search_token (token, scope, subject, fact, scheme)
            SELECT f.token, f.scope, f.subject, f.fact, :scheme
              FROM unnest(:tokens::bigint[], :scopes::uuid[], :subjects::uuid[], :facts::uuid[]) AS f (token, scope, subject, fact)
             ORDER BY f.token
            ON CONFLICT DO NOTHING""";

    private static final String DROP = "DELETE FROM vault.search_token WHERE fact = ?";

    // The rows of a token lie in the order of their scopes: the newest are found without looking at the rest. Whoever
    // reads few scopes is better served by looking there.
    private static final String FIND = """
            SELECT t.scope, t.subject
              FROM vault.search_token t
             WHERE t.token = :rare AND t.scheme = :scheme{among}
               AND :others = (SELECT count(*) FROM vault.search_token o
                               WHERE o.token = ANY (:other::bigint[]) AND o.scope = t.scope AND o.fact = t.fact)
             ORDER BY t.scope DESC, t.fact DESC
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

    private final JdbcClient sql;
    private final NameTokens tokens;

    SearchTokens(JdbcClient sql, NameTokens tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    /**
     * The names of one person in one recording.
     *
     * @param fact the recording
     */
    public record Named(UUID scope, UUID subject, UUID fact, Collection<String> names) {}

    private record Token(Named of, long token) {}

    /** Makes people findable by their names, in the transaction of the facts that say them. */
    public void add(Collection<Named> people) {
        var made = people.stream()
                .flatMap(one -> tokens.of(one.names()).stream().map(token -> new Token(one, token)))
                .toList();
        if (made.isEmpty()) return;
        sql.sql(ADD)
                .param("tokens", made.stream().map(Token::token).toArray(Long[]::new))
                .param("scopes", made.stream().map(token -> token.of().scope()).toArray(UUID[]::new))
                .param(
                        "subjects",
                        made.stream().map(token -> token.of().subject()).toArray(UUID[]::new))
                .param("facts", made.stream().map(token -> token.of().fact()).toArray(UUID[]::new))
                .param("scheme", NameTokens.SCHEME)
                .update();
    }

    /** Makes the names of one recording unfindable: it was corrected, or decided against. */
    public void drop(UUID fact) {
        sql.sql(DROP).param(fact).update();
    }

    /**
     * @return whoever has every word of the name, as written or alike, in one recording, among what the reader may open: exact ones
     *     first, of these the newest
     */
    public List<Found> find(String name, int most) {
        var wanted = tokens.wanted(name);
        if (wanted.isEmpty()) return List.of();
        var among = sql.sql(READS_FEW).param("few", FEW).query(Boolean.class).single();
        var found = new LinkedHashMap<Person, Boolean>();
        for (var one : wanted)
            if (found.size() < most)
                with(one, among ? FIND_AMONG_HERS : FIND_ANYWHERE, most)
                        .forEach(person -> found.putIfAbsent(person, one.exact()));
        return found.entrySet().stream()
                .limit(most)
                .map(one -> new Found(one.getKey().scope(), one.getKey().subject(), one.getValue()))
                .toList();
    }

    private List<Person> with(NameTokens.Wanted wanted, String find, int most) {
        return sql.sql(find)
                .param("rare", wanted.rare())
                .param("scheme", NameTokens.SCHEME)
                .param("few", FEW)
                .param("others", wanted.others().size())
                .param("other", wanted.others().toArray(Long[]::new))
                .param("most", most)
                .query((row, n) -> new Person(row.getObject("scope", UUID.class), row.getObject("subject", UUID.class)))
                .list();
    }

    /** Makes a person unfindable. @return how many tokens there were */
    int purge(UUID subject) {
        return sql.sql(PURGE).param(subject).query(Integer.class).single();
    }
}
