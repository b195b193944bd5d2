package org.romdoul.evidence;

/** File names as they came, shown so that they show what they say. */
final class FileNames {

    private FileNames() {}

    /** @return the name, with what cannot be seen or turns the direction of writing named by its code point */
    static String shown(String name) {
        var shown = new StringBuilder();
        name.codePoints().forEach(letter -> {
            if (isTrick(letter)) shown.append("<U+%04X>".formatted(letter));
            else shown.appendCodePoint(letter);
        });
        return shown.toString();
    }

    private static boolean isTrick(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> letter != 0x200B && letter != 0x200C && letter != 0x200D;
            default -> false;
        };
    }
}
