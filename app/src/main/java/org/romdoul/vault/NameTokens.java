package org.romdoul.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What makes a name findable without being stored: keyed hashes of each word, of its form, of every two forms together, and of the
 * consonants of the whole name. The form of a word is its consonant skeleton, or the word itself where that says too little. Many
 * people share a skeleton of two consonants and few share two: that keeps a search quick among a million.
 */
final class NameTokens {

    /** The version of the tokens, of {@link Words} and of {@link Skeleton}. The migration that changes it empties their table. */
    static final short SCHEME = 2;

    // A skeleton of one letter would find half the country.
    private static final int SHORTEST_SKELETON = 2;

    // What comes after it in a recording is found alone, not beside others: one name must not fill the table.
    private static final int PAIRED = 12;

    /**
     * What one recording of a name must have to be found.
     *
     * @param rare the token to begin with
     * @param others those that must stand beside it
     * @param exact it has every word as it was written
     */
    record Wanted(long rare, Set<Long> others, boolean exact) {}

    private final SecretKeySpec key;

    NameTokens(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** @return the tokens of all names of one recording */
    Set<Long> of(Collection<String> names) {
        var texts = new LinkedHashSet<String>();
        var forms = new LinkedHashSet<String>();
        for (var name : names) {
            var words = Words.of(name);
            words.forEach(word -> texts.add(asWritten(word)));
            words.forEach(word -> forms.add(form(word)));
            if (saysEnough(Skeleton.of(words))) texts.add(alike(Skeleton.of(words)));
        }
        texts.addAll(forms);
        texts.addAll(pairs(forms.stream().limit(PAIRED).toList()));
        return tokens(mac(), texts);
    }

    /** @return what finds a name, the closest first: every word as written, every word alike, the whole alike; empty without a word */
    List<Wanted> wanted(String name) {
        var words = Words.of(name);
        if (words.isEmpty()) return List.of();
        var written = words.stream().map(NameTokens::asWritten).distinct().toList();
        var forms = words.stream().map(NameTokens::form).distinct().toList();
        // Every word is alike where the first stands beside each of the others.
        var alike = forms.size() == 1
                ? forms
                : forms.stream()
                        .skip(1)
                        .map(other -> pair(forms.getFirst(), other))
                        .toList();
        var wanted = new ArrayList<Wanted>();
        wanted.add(
                forms.size() == 1
                        ? wanted(written.getFirst(), written, true)
                        : wanted(alike.getFirst(), written, true));
        wanted.add(wanted(alike.getFirst(), alike, false));
        if (saysEnough(Skeleton.of(words))) wanted.add(wanted(alike(Skeleton.of(words)), List.of(), false));
        return wanted;
    }

    private Wanted wanted(String rare, List<String> all, boolean exact) {
        var mac = mac();
        return new Wanted(
                token(mac, rare),
                tokens(mac, all.stream().filter(text -> !text.equals(rare)).toList()),
                exact);
    }

    private static Set<String> pairs(List<String> forms) {
        var pairs = new LinkedHashSet<String>();
        for (var i = 0; i < forms.size(); i++)
            for (var other : forms.subList(i + 1, forms.size())) pairs.add(pair(forms.get(i), other));
        return pairs;
    }

    private static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? "pair " + one + ' ' + other : "pair " + other + ' ' + one;
    }

    private static String form(String word) {
        var skeleton = Skeleton.of(word);
        return saysEnough(skeleton) ? alike(skeleton) : asWritten(word);
    }

    private static String asWritten(String word) {
        return "word " + word;
    }

    private static String alike(String skeleton) {
        return "skeleton " + skeleton;
    }

    private static boolean saysEnough(String skeleton) {
        return skeleton.length() >= SHORTEST_SKELETON;
    }

    private static Set<Long> tokens(Mac mac, Collection<String> texts) {
        return texts.stream().map(text -> token(mac, text)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static long token(Mac mac, String text) {
        return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
