package org.romdoul.access;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** An agency that works in the record; its name is public. */
public record Agency(UUID id, String code, String kind, String name) {

    /** The office that runs the record; its administrators keep all accounts. */
    public static final String OPERATIONS = "operations";

    static final List<String> KINDS = List.of(
            "police", "prosecution", "court", "social", "shelter", "hotline", "oversight", "research", OPERATIONS);

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9-]{1,15}");

    public static boolean isCode(String typed) {
        return CODE.matcher(typed).matches();
    }
}
