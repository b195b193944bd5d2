package org.romdoul.bundle;

import java.util.Map;

/** What a file is called, so that a court's computer opens it: of the types that show something and run nothing. */
final class Extensions {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("application/pdf", ".pdf"),
            Map.entry("audio/mpeg", ".mp3"),
            Map.entry("audio/vnd.wave", ".wav"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/png", ".png"),
            Map.entry("image/tiff", ".tiff"),
            Map.entry("text/csv", ".csv"),
            Map.entry("text/plain", ".txt"),
            Map.entry("video/mp4", ".mp4"),
            Map.entry("video/quicktime", ".mov"));

    private Extensions() {}

    /** @return with the dot; empty for every other type */
    static String of(String type) {
        return KNOWN.getOrDefault(type, "");
    }
}
