package org.romdoul.web;

import java.util.List;

/**
 * One question of a form as it is shown again: what was typed, and what is wrong with it, if anything.
 *
 * @param name the name in the form, and the id of its first control
 * @param typed what was typed or ticked, word for word; empty where nothing was
 * @param problems what is wrong, in the reader's language
 */
public record Field(String name, List<String> typed, List<String> problems) {

    public String id() {
        return name;
    }

    public String value() {
        return typed.isEmpty() ? "" : typed.getFirst();
    }

    public boolean has(String value) {
        return typed.contains(value);
    }

    public boolean isWrong() {
        return !problems.isEmpty();
    }

    /** @return the ids that describe the control to a screen reader; null leaves the attribute out */
    public @org.jspecify.annotations.Nullable String describedBy(boolean hinted) {
        var ids = (hinted ? id() + "-hint " : "") + (isWrong() ? id() + "-error" : "");
        return ids.isEmpty() ? null : ids.strip();
    }
}
