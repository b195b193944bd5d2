package org.romdoul.oversight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;
import org.romdoul.cases.Answer;
import org.romdoul.cases.CaseCode;
import org.romdoul.vault.SealedRef;

/**
 * Oversight asks somebody why she opened a case or a name.
 *
 * @param account who is asked
 * @param opening the attempt or the reading it is about
 * @param code the case's, as far as it can be one
 * @param reply null while she has not answered
 * @param found null while oversight has not said what it finds
 */
public record Question(
        UUID id,
        UUID agency,
        UUID account,
        About about,
        UUID opening,
        String code,
        SealedRef words,
        Instant at,
        @Nullable Reply reply,
        @Nullable Found found) {

    /** What was opened. */
    public enum About {
        EMERGENCY,
        IDENTITY
    }

    /** What oversight makes of it. */
    public enum Finding {
        IN_ORDER,
        NOT_IN_ORDER,
        REFERRED
    }

    /** The answer of whoever was asked. */
    public record Reply(UUID id, SealedRef words, Instant at) {}

    public record Found(UUID id, Finding finding, @Nullable SealedRef words, Instant at) {}

    /** @return the code as codes are shown; empty where what was typed could not be one */
    public String shown() {
        return code.isEmpty() ? "" : new CaseCode(code).toString();
    }

    /** Whoever was asked answers, once, and before oversight has made up its mind. */
    Answer mayReply(Actor actor) {
        if (!actor.account().equals(account)) return Answer.refused("question.not-asked");
        return reply == null && found == null ? Answer.accepted() : Answer.refused("question.answered");
    }

    /** Oversight finds, once: with her answer, or without where none comes. */
    Answer mayFind(Actor actor) {
        if (actor.role() != Role.MONITOR || !actor.agency().equals(agency))
            return Answer.refused("question.not-oversight");
        return found == null ? Answer.accepted() : Answer.refused("question.found");
    }
}
