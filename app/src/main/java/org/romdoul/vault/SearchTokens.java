package org.romdoul.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds people by name without storing one: of each word, and of its consonant skeleton, a keyed hash. What is found is
 * what the reader of the transaction may read, and nothing tells her that there was more.
 */
public final class SearchTokens {

    /** The version of {@link Words} and {@link Skeleton}: when they change, tokens are made again under the next. */
    static final short SCHEME = 1;

    private static final int LENGTH = 16;

    // A skeleton of one letter would find half the country.
    private static final int SHORTEST_SKELETON = 2;

    private static final String ADD = """
            INSERT INTO vault.search_token (token, scope, subject, fact, scheme) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private static final String ADD_ALL = """
            INSERT INTO vault.search_token (token, scope, subject, fact, scheme)
            SELECT decode(f.token, 'hex'), f.scope, f.subject, f.fact, :scheme
              FROM unnest(:tokens::text[], :scopes::uuid[], :subjects::uuid[], :facts::uuid[]) AS f (token, scope, subject, fact)
            ON CONFLICT DO NOTHING""";

    private static final String DROP = "DELETE FROM vault.search_token WHERE fact = ?";

    // Word 0 is the whole name's skeleton. Every word must be found, as written or alike, in one recording of a name.
    // The tokens are decoded apart: under row-level security a join on decode() itself, which may leak, would use no
    // index.
    private static final String FIND = """
            WITH asked AS MATERIALIZED (
                SELECT word, decode(token, 'hex') AS token, exact
                  FROM unnest(:word, :token, :exact) AS a (word, token, exact))
            SELECT scope, subject, bool_or(exact) AS exact
              FROM (SELECT t.scope, t.subject, count(DISTINCT asked.word) FILTER (WHERE asked.exact) = :words AS exact
                      FROM asked
                      JOIN vault.search_token t ON t.token = asked.token AND t.scheme = :scheme
                     WHERE access.may_read(t.scope)
                     GROUP BY t.scope, t.subject, t.fact
                    HAVING count(DISTINCT asked.word) FILTER (WHERE asked.word > 0) = :words OR bool_or(asked.word = 0)) one
             GROUP BY scope, subject
             ORDER BY exact DESC, scope DESC, subject
             LIMIT 200""";

    private static final String PURGE = "SELECT vault.forget(?)";

    /**
     * A person who may be meant.
     *
     * @param exact every word was found as it was written; otherwise only alike
     */
    public record Found(UUID scope, UUID subject, boolean exact) {}

    private record Asked(int word, String token, boolean exact) {}

    private final JdbcTemplate batches;
    private final JdbcClient sql;
    private final SecretKeySpec key;

    SearchTokens(JdbcTemplate batches, byte[] key) {
        this.batches = batches;
        this.sql = JdbcClient.create(batches);
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * Makes a person findable by her names, in the transaction of the fact that says them.
     *
     * @param fact the recording of these names
     */
    public void add(UUID scope, UUID subject, UUID fact, Collection<String> names) {
        batches.batchUpdate(ADD, of(names), 500, (statement, token) -> {
            statement.setBytes(1, HexFormat.of().parseHex(token));
            statement.setObject(2, scope);
            statement.setObject(3, subject);
            statement.setObject(4, fact);
            statement.setShort(5, SCHEME);
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
        var tokens = people.stream()
                .flatMap(one -> of(one.names()).stream().map(token -> new Token(one, token)))
                .toList();
        if (tokens.isEmpty()) return;
        sql.sql(ADD_ALL)
                .param("tokens", tokens.stream().map(Token::token).toArray(String[]::new))
                .param(
                        "scopes",
                        tokens.stream().map(token -> token.of().scope()).toArray(UUID[]::new))
                .param(
                        "subjects",
                        tokens.stream().map(token -> token.of().subject()).toArray(UUID[]::new))
                .param("facts", tokens.stream().map(token -> token.of().fact()).toArray(UUID[]::new))
                .param("scheme", SCHEME)
                .update();
    }

    private record Token(Named of, String token) {}

    /** Makes the names of one recording unfindable: it was corrected, or decided against. */
    public void drop(UUID fact) {
        batches.update(DROP, fact);
    }

    /** @return the tokens of names, in hexadecimal */
    Set<String> of(Collection<String> names) {
        var tokens = new LinkedHashSet<String>();
        for (var name : names) {
            var words = Words.of(name);
            for (var word : words) {
                tokens.add(ofWord(word));
                tokens.addAll(ofSkeleton(Skeleton.of(word)));
            }
            tokens.addAll(ofSkeleton(Skeleton.of(words)));
        }
        return tokens;
    }

    /** @return whoever has every word of the name, as written or alike, among what the reader may open; exact ones first */
    public List<Found> find(String name) {
        var words = Words.of(name);
        if (words.isEmpty()) return List.of();
        var asked = asked(words);
        return sql.sql(FIND)
                .param("words", Set.copyOf(words).size())
                .param("word", asked.stream().map(Asked::word).toArray(Integer[]::new))
                .param("token", asked.stream().map(Asked::token).toArray(String[]::new))
                .param("exact", asked.stream().map(Asked::exact).toArray(Boolean[]::new))
                .param("scheme", SCHEME)
                .query((row, n) -> new Found(
                        row.getObject("scope", UUID.class),
                        row.getObject("subject", UUID.class),
                        row.getBoolean("exact")))
                .list();
    }

    private List<Asked> asked(List<String> words) {
        var asked = new ArrayList<Asked>();
        for (var token : ofSkeleton(Skeleton.of(words))) asked.add(new Asked(0, token, false));
        var number = 0;
        for (var word : Set.copyOf(words)) {
            number++;
            asked.add(new Asked(number, ofWord(word), true));
            for (var token : ofSkeleton(Skeleton.of(word))) asked.add(new Asked(number, token, false));
        }
        return asked;
    }

    /** Makes a person unfindable. @return how many tokens there were */
    int purge(UUID subject) {
        return Objects.requireNonNullElse(batches.queryForObject(PURGE, Integer.class, subject), 0);
    }

    private String ofWord(String word) {
        return token("word " + word);
    }

    private Set<String> ofSkeleton(String skeleton) {
        return skeleton.length() < SHORTEST_SKELETON ? Set.of() : Set.of(token("skeleton " + skeleton));
    }

    private String token(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, LENGTH);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
