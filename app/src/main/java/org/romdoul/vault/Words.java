package org.romdoul.vault;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as it is searched for: its words without what people leave out or write otherwise. Khmer is put into one order
 * of its signs; Vietnamese loses its marks; figures of any script are the same figures.
 */
final class Words {

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200D\\u2060\\u00AD\\uFEFF]");
    private static final Pattern LATIN_MARKS = Pattern.compile("(?<=[a-z\\u0300-\\u036f])[\\u0300-\\u036f]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    // One syllable of Khmer: a base, then signs in whatever order they were typed.
    private static final Pattern SYLLABLE =
            Pattern.compile("([\\u1780-\\u17B3])((?:\\u17D2[\\u1780-\\u17B3]|[\\u17B6-\\u17D1\\u17D3\\u17DD])+)");
    private static final Pattern SIGN = Pattern.compile("\\u17D2[\\u1780-\\u17B3]|[\\u17B6-\\u17D1\\u17D3\\u17DD]");

    private Words() {}

    static List<String> of(String name) {
        return Arrays.stream(BETWEEN.split(folded(name)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String folded(String name) {
        var plain = INVISIBLE
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replace('đ', 'd')
                .replace("œ", "oe");
        return ordered(LATIN_MARKS.matcher(plain).replaceAll(""));
    }

    /** Khmer in one order: base, register shift, robat, subscripts with ro last, vowel, other signs. */
    static String ordered(String text) {
        return SYLLABLE.matcher(joined(text)).replaceAll(found -> {
            var signs = new ArrayList<String>();
            SIGN.matcher(found.group(2)).results().forEach(sign -> signs.add(unified(sign.group())));
            signs.sort((one, other) -> Integer.compare(rank(one), rank(other)));
            return found.group(1) + String.join("", signs);
        });
    }

    // Vowels that were typed as the two halves they look like.
    private static String joined(String text) {
        return text.replace("\u17C1\u17B8", "\u17BE").replace("\u17C1\u17B6", "\u17C4");
    }

    // Subscript da and ta look alike and are both written for either.
    private static String unified(String sign) {
        return sign.equals("\u17D2\u178A") ? "\u17D2\u178F" : sign;
    }

    private static int rank(String sign) {
        return switch (sign.charAt(0)) {
            case '\u17C9', '\u17CA' -> 0;
            case '\u17CC' -> 1;
            case '\u17D2' -> sign.charAt(1) == '\u179A' ? 3 : 2;
            case '\u17C6', '\u17C7', '\u17C8' -> 5;
            default -> sign.charAt(0) <= '\u17C5' ? 4 : 6;
        };
    }
}
