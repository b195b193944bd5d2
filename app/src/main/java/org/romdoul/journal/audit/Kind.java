package org.romdoul.journal.audit;

import org.springframework.modulith.NamedInterface;

/** What kind of damage the audit found; {@link #words} says it in one clause. */
@NamedInterface("audit")
public enum Kind {
    ROW_DIFFERS("the row is not what was sealed"),
    ROW_MISSING("sealed, but the row is gone"),
    LEAF_MISSING("neither sealed nor waiting to be: not recorded through the program"),
    LEAF_TWICE("sealed or waiting more than once"),
    PENDING_DIFFERS("what waits to be sealed is not the row"),
    LEAF_BYTES("the leaf is damaged, or the columns beside it say something else"),
    LEAF_INDEX_GAP("leaves are missing or out of place"),
    CHAIN_BROKEN("the leaf does not follow the one before it in its chain"),
    CHAIN_HEAD_DIFFERS("the stored head of a chain is not its last leaf"),
    TIME_OUTSIDE_CLOCK("recorded at a time that the log's clock does not allow"),
    ROOT_DIFFERS("the leaves do not give the signed root"),
    CHECKPOINT_FORGED("the checkpoint is not one that the log's key signed"),
    LOG_DIFFERS("the list of logs is not what their leaves say"),
    REWRITTEN("another tree of this size was seen outside: the log was rewritten, with its key"),
    CUT_OFF("a larger tree was seen outside: the end was cut off, or a backup restored"),
    COSIGNATURE_FORGED("the cosignature is not one that the witness made under this checkpoint"),
    TILE_DIFFERS("the stored tile is not the tree's"),
    JOURNAL_DIFFERS("the timeline does not say what the facts say"),
    SEALED_MISSING("a sealed value is gone"),
    SEALED_DIFFERS("a sealed value was replaced, or belongs to somebody else now"),
    FILE_MISSING("a stored file is gone"),
    FILE_DIFFERS("a stored file was replaced or damaged"),
    SEALED_STRAY("a sealed value that no fact refers to"),
    DERIVED_DIFFERS("the derived table is not what its facts give"),
    TABLE_MISSING("the table is gone"),
    UNREADABLE("the table cannot be read as the migrations made it"),
    SCHEMA_DIFFERS("not as the migrations made it");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
