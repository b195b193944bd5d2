package org.romdoul.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;

/**
 * Everything one page of results is made from, read at one moment.
 *
 * @param docket null: the cases worked here
 * @param accused those who were charged
 * @param charges their charges
 * @param censored until when it was watched
 * @param position where the log stood; null where nothing is sealed yet
 */
record Snapshot(
        @Nullable Docket docket,
        List<Accused> accused,
        List<Charged> charges,
        PartialDate censored,
        @Nullable Position position) {

    /** A public docket is public; of the cases worked here nothing small is shown. */
    boolean isGuarded() {
        return docket == null;
    }
}
