package org.romdoul.vault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The consonants of a word in a few classes, the same for Khmer and for its many spellings in Latin letters: Sok, Sokh and
 * សុខ are all {@code sk}. Vowels and the weak letters h, r, v, y, which spellings drop or add, are left out.
 */
final class Skeleton {

    private static final Map<Integer, String> KHMER = new HashMap<>();

    static {
        put("កខគឃ", "k");
        put("ចឆជឈ", "c");
        put("ដឌឋឍតថទធ", "t");
        put("បផពភ", "p");
        put("សឝឞ", "s");
        put("ងញណន", "n");
        put("ម\u17C6", "m");
        put("លឡឭឮ", "l");
    }

    /** Latin spellings and the class each stands for; longer ones first. */
    private static final String[][] LATIN = {
        {"chh", "c"}, {"ch", "c"}, {"ph", "p"}, {"th", "t"}, {"kh", "k"}, {"nh", "n"}, {"ng", "n"}, {"gn", "n"},
        {"ny", "n"}, {"sh", "s"}, {"x", "s"}, {"z", "s"}, {"q", "k"}, {"g", "k"}, {"j", "c"}, {"d", "t"},
        {"b", "p"}, {"f", "p"}
    };

    private static final Pattern SILENCED = Pattern.compile(".\u17CD"); // toandakhiat silences the letter under it
    private static final Pattern NO_LATIN_LETTER = Pattern.compile("[^a-z]");
    private static final Pattern WEAK = Pattern.compile("[^kctpsnml]");
    private static final Pattern TWICE = Pattern.compile("(.)\\1+");

    private Skeleton() {}

    private static void put(String letters, String kind) {
        letters.codePoints().forEach(letter -> KHMER.put(letter, kind));
    }

    /** @param word normalised by {@link Words} @return its skeleton, empty where it has no strong consonant */
    static String of(String word) {
        return of(List.of(word));
    }

    /** @return the skeleton of a whole name: Khmer writes in one what Latin letters write in three */
    static String of(List<String> words) {
        return squeezed(words.stream()
                .map(word -> isKhmer(word) ? ofKhmer(word) : ofLatin(word))
                .collect(Collectors.joining()));
    }

    private static boolean isKhmer(String word) {
        return word.codePoints().anyMatch(letter -> letter >= 0x1780 && letter <= 0x17FF);
    }

    private static String ofKhmer(String word) {
        var sounded = SILENCED.matcher(word.replace("\u17C6\u1784", "\u1784")) // am before ng is the vowel of "ang"
                .replaceAll("");
        var skeleton = new StringBuilder();
        sounded.codePoints().forEach(letter -> skeleton.append(KHMER.getOrDefault(letter, "")));
        return skeleton.toString();
    }

    private static String ofLatin(String word) {
        var skeleton = NO_LATIN_LETTER.matcher(word).replaceAll("");
        for (var spelling : LATIN) skeleton = skeleton.replace(spelling[0], spelling[1]);
        return WEAK.matcher(skeleton).replaceAll("");
    }

    private static String squeezed(String skeleton) {
        return TWICE.matcher(skeleton).replaceAll("$1");
    }
}
