package org.romdoul.journal.audit;

/** Names as SQL takes them. */
final class Quoted {

    private Quoted() {}

    /** {@code schema.table} */
    static String name(String dotted) {
        var dot = dotted.indexOf('.');
        return word(dotted.substring(0, dot)) + "." + word(dotted.substring(dot + 1));
    }

    static String word(String word) {
        return '"' + word.replace("\"", "\"\"") + '"';
    }
}
