package org.romdoul.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;

/**
 * What every fact says before it says anything else: which scope it belongs to, when it is said to have happened, who
 * records it, for whom, and which fact it corrects. When it was recorded is the server's to say.
 *
 * @param id its own
 * @param scope the case, tip, operation, file or agency it belongs to
 * @param happened a claim, perhaps partial
 * @param actor the account that records it
 * @param behalf the account or person on whose behalf, where that is another
 * @param supersedes the fact it corrects; two facts cannot correct the same one
 */
public record Fact(
        UUID id,
        UUID scope,
        PartialDate happened,
        UUID actor,
        @Nullable UUID behalf,
        @Nullable UUID supersedes) {

    /** The columns every fact table has, for the head of an INSERT. */
    public static final String COLUMNS = "id, scope, happened, actor, behalf, supersedes";

    /** Their named parameters, in the same order. */
    public static final String VALUES = ":id, :scope, :happened, :actor, :behalf, :supersedes";

    /** The same for an INSERT that selects, where the column they are for does not give them their type. */
    public static final String SELECTED = """
            CAST(:id AS uuid), CAST(:scope AS uuid), CAST(:happened AS journal.edtf), CAST(:actor AS uuid),
            CAST(:behalf AS uuid), CAST(:supersedes AS uuid)""";

    /** The same fact under the id that its form carried: sent twice, it is found there and nothing changes. */
    public Fact as(UUID carried) {
        return new Fact(carried, scope, happened, actor, behalf, supersedes);
    }

    public Fact correcting(@Nullable UUID earlier) {
        return new Fact(id, scope, happened, actor, behalf, earlier);
    }

    /** @return the values of {@link #VALUES}, to which a room adds its own */
    public Map<String, @Nullable Object> parameters() {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", id);
        values.put("scope", scope);
        values.put("happened", happened.edtf());
        values.put("actor", actor);
        values.put("behalf", behalf);
        values.put("supersedes", supersedes);
        return values;
    }
}
