package org.romdoul.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

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
            INSERT INTO vault.search_token (token, scope, subject, scheme) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private static final String FIND = """
            SELECT t.scope, t.subject, t.token FROM vault.search_token t
             WHERE t.token IN (:tokens) AND t.scheme = :scheme AND access.may_read(t.scope)
             LIMIT 5000""";

    private static final String PURGE = "SELECT vault.forget(?)";

    /**
     * A person who may be meant.
     *
     * @param exact every word was found as it was written; otherwise only alike
     */
    public record Found(UUID scope, UUID subject, boolean exact) {}

    private record Token(UUID scope, UUID subject, String token) {}

    private record Person(UUID scope, UUID subject) {}

    private final JdbcTemplate batches;
    private final NamedParameterJdbcTemplate sql;
    private final SecretKeySpec key;

    SearchTokens(JdbcTemplate batches, byte[] key) {
        this.batches = batches;
        this.sql = new NamedParameterJdbcTemplate(batches);
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Makes a person findable by her names, in the transaction of the fact that says them. */
    public void add(UUID scope, UUID subject, Collection<String> names) {
        var tokens = new LinkedHashSet<String>();
        for (var name : names) {
            var words = Words.of(name);
            for (var word : words) {
                tokens.add(ofWord(word));
                tokens.addAll(ofSkeleton(Skeleton.of(word)));
            }
            tokens.addAll(ofSkeleton(Skeleton.of(words)));
        }
        batches.batchUpdate(ADD, tokens, 500, (statement, token) -> {
            statement.setBytes(1, bytes(token));
            statement.setObject(2, scope);
            statement.setObject(3, subject);
            statement.setShort(4, SCHEME);
        });
    }

    /** @return whoever has every word of the name, as written or alike, among what the reader may open; exact ones first */
    public List<Found> find(String name) {
        var words = Words.of(name);
        if (words.isEmpty()) return List.of();
        var whole = ofSkeleton(Skeleton.of(words));
        var asked = Stream.concat(
                        whole.stream(),
                        words.stream()
                                .flatMap(word ->
                                        Stream.concat(Stream.of(ofWord(word)), ofSkeleton(Skeleton.of(word)).stream())))
                .map(SearchTokens::bytes)
                .toList();
        var held = sql
                .query(
                        FIND,
                        Map.of("tokens", asked, "scheme", SCHEME),
                        (row, n) -> new Token(
                                row.getObject("scope", UUID.class),
                                row.getObject("subject", UUID.class),
                                text(row.getBytes("token"))))
                .stream()
                .collect(Collectors.groupingBy(
                        token -> new Person(token.scope(), token.subject()),
                        Collectors.mapping(Token::token, Collectors.toSet())));
        return held.entrySet().stream()
                .filter(one -> one.getValue().containsAll(whole) && !whole.isEmpty()
                        || words.stream().allMatch(word -> has(one.getValue(), word)))
                .map(one -> new Found(
                        one.getKey().scope(),
                        one.getKey().subject(),
                        words.stream().allMatch(word -> one.getValue().contains(ofWord(word)))))
                .sorted((one, other) -> Boolean.compare(other.exact(), one.exact()))
                .toList();
    }

    /** Makes a person unfindable. @return how many tokens there were */
    int purge(UUID subject) {
        return Objects.requireNonNullElse(batches.queryForObject(PURGE, Integer.class, subject), 0);
    }

    private boolean has(Set<String> tokens, String word) {
        return tokens.contains(ofWord(word))
                || ofSkeleton(Skeleton.of(word)).stream().anyMatch(tokens::contains);
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
            return text(Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), LENGTH));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String text(byte[] token) {
        return HexFormat.of().formatHex(token);
    }

    private static byte[] bytes(String token) {
        return HexFormat.of().parseHex(token);
    }
}
