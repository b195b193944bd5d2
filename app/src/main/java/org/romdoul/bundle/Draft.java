package org.romdoul.bundle;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A copy before it is made: everything that its pages show.
 *
 * @param code the case's
 * @param opened the words that are disclosed, by the id of their sealed value
 * @param words state of each sealed value, by id
 * @param files state of each file, by id
 */
record Draft(
        UUID scope,
        String code,
        int number,
        String recipient,
        String ordered,
        List<Event> events,
        Map<UUID, String> opened,
        Map<String, String> words,
        Map<String, String> files) {

    /** Where a file stands in the copy, seen from its pages; empty where it is not in it. */
    String place(UUID file) {
        var state = files.getOrDefault(file.toString(), CopyList.WITHHELD);
        return state.equals(CopyList.WITHHELD) || state.equals(CopyList.ERASED) ? "" : "files/" + file + "." + state;
    }
}
