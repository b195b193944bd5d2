package org.romdoul.bundle;

import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.BlobRef;
import org.romdoul.journal.sealing.Leaves;
import org.romdoul.vault.Opening;

/**
 * A copy that may leave: everything that had to be opened is opened, and that it was is on the record.
 *
 * @param head the leaf of the copy's fact, the last one in it
 * @param pages the list and the pages by name
 * @param opened salt and words of each opening, by id
 * @param files each file that leaves, by its name in the copy
 */
@SuppressWarnings("ArrayRecordComponent") // read once
record Prepared(
        UUID scope,
        String base,
        Leaves.Standing head,
        CopyList list,
        Map<String, String> pages,
        byte[] note,
        SortedMap<String, byte[]> opened,
        SortedMap<String, Held> files) {

    /** @param opening null where it leaves sealed */
    record Held(BlobRef ref, Opening.@Nullable File opening) {}
}
