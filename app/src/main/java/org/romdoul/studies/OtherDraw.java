package org.romdoul.studies;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sample that another study drew from the same venues. A second round is one; so is a sample drawn again because the first was not liked.
 *
 * @param study its code
 * @param shared venues that both frames have
 */
public record OtherDraw(String study, Instant drawn, int shared) {

    /** Frames that share fewer venues than half are frames of something else. */
    static List<OtherDraw> ofTheSameVenues(List<OtherDraw> all, Frame frame) {
        return all.stream().filter(other -> 2 * other.shared >= frame.size()).toList();
    }

    static String text(List<OtherDraw> draws) {
        return draws.stream()
                .map(one -> one.study + "," + one.drawn + "," + one.shared)
                .collect(Collectors.joining("\n"));
    }

    static List<OtherDraw> of(String text) {
        return text.lines()
                .map(line -> line.split(","))
                .map(cells -> new OtherDraw(cells[0], Instant.parse(cells[1]), Integer.parseInt(cells[2])))
                .toList();
    }
}
