package org.romdoul.journal.audit;

import org.springframework.modulith.NamedInterface;

/**
 * One piece of damage.
 *
 * @param table schema and table, or the object of the schema that differs
 * @param row which: a fact's id, a leaf's index, a checkpoint's size; the line of the schema
 * @param detail what more there is to say; never what a sealed value says
 */
@NamedInterface("audit")
public record Finding(Kind kind, String table, String row, String detail) {

    @Override
    public String toString() {
        return kind + "  " + table + "  " + row + "  " + kind.words() + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
