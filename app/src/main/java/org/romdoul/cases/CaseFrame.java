package org.romdoul.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page of a case: the bar that says which case this is and what presses, and its tabs.
 *
 * @param owner the staff number of who answers for it
 * @param urgency of its next task; null where none waits
 * @param flags message keys
 */
public record CaseFrame(
        CaseCode code,
        Stage stage,
        Status status,
        String owner,
        @Nullable Urgency urgency,
        List<String> flags,
        List<Tab> tabs) {

    /**
     * A tab.
     *
     * @param key its message key is {@code tab.} and this
     */
    public record Tab(String key, String address) {}

    public String address() {
        return "/c/" + code;
    }
}
