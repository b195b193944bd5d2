package org.romdoul.studies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.Typed;

/**
 * Which venues are visited. In each stratum the venues stand in the order of SHA-256("seed/stratum/venue"); the first are drawn, the
 * others are the reserve, in the same order. Where a venue has several time slots, it is visited in slot 1 + (the first twelve digits of
 * SHA-256("seed/slot/venue")) modulo their number. Anybody who has the frame and the seed can draw again, with any tool.
 *
 * @param seed 128 random bits in hexadecimal, sealed before the field work
 * @param sizes how many are drawn of each stratum
 * @param revisits code of the earlier study whose seed this is, so that the same venues come first again; null: a seed of its own
 */
public record Draw(
        String seed,
        SortedMap<String, Integer> sizes,
        @Nullable String revisits) {

    /** At least a tenth is counted again (World Bank, DIME Wiki, "Back Checks": 10 to 20 percent), and two. */
    private static final int AUDITED = 10;

    /** As many hexadecimal digits as any tool can divide. */
    private static final int SLOT_DIGITS = 12;

    /** One venue alone in a stratum says nothing of the spread there, unless the stratum has no other. */
    static Typed<Draw> planned(Draw meant, Frame frame) {
        var sizes = meant.sizes();
        for (var stratum : sizes.keySet())
            if (!frame.strata().containsKey(stratum)) return Typed.problem("studies.draw.unknown", stratum);
        for (var stratum : frame.strata().entrySet()) {
            var size = sizes.getOrDefault(stratum.getKey(), 0);
            var all = stratum.getValue().size();
            if (size > all) return Typed.problem("studies.draw.too-many", stratum.getKey(), all);
            if (size < Math.min(2, all)) return Typed.problem("studies.draw.lonely", stratum.getKey());
        }
        return new Typed.Value<>(meant);
    }

    static Draw of(String seed, String text, @Nullable String revisits) {
        var sizes = text.lines()
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Integer.valueOf(cells[1])));
        return new Draw(seed, new TreeMap<>(sizes), revisits);
    }

    /** @return how many venues are drawn */
    public int size() {
        return sizes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** @return drawn venues that are to be counted again by somebody else: the first in the order of SHA-256("seed/audit/venue") */
    List<String> audited(Frame frame) {
        var drawn = frame.strata().keySet().stream()
                .flatMap(stratum -> drawn(frame, stratum).stream())
                .sorted(Comparator.comparing(venue -> sha256(seed + "/audit/" + venue)))
                .toList();
        return drawn.subList(0, Math.min(drawn.size(), Math.max(2, Math.ceilDiv(drawn.size(), AUDITED))));
    }

    String text() {
        return sizes.entrySet().stream()
                .map(one -> one.getKey() + "," + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** @return the venues of a stratum that are visited, in the order of the draw */
    public List<String> drawn(Frame frame, String stratum) {
        return ordered(frame, stratum).subList(0, sizes.getOrDefault(stratum, 0));
    }

    /** @return the others, in the order in which they replace one that cannot be visited */
    public List<String> reserve(Frame frame, String stratum) {
        var all = ordered(frame, stratum);
        return all.subList(sizes.getOrDefault(stratum, 0), all.size());
    }

    /** @return in which of its time slots a venue is visited, from 1 */
    public int slot(Frame frame, String venue) {
        return (int) (Long.parseLong(sha256(seed + "/slot/" + venue), 0, SLOT_DIGITS, 16) % frame.slots(venue)) + 1;
    }

    private List<String> ordered(Frame frame, String stratum) {
        return Objects.requireNonNull(frame.strata().get(stratum)).stream()
                .sorted(Comparator.comparing(venue -> sha256(seed + "/" + stratum + "/" + venue)))
                .toList();
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
