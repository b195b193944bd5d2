package org.romdoul.cases;

import java.time.Instant;
import java.util.List;
import org.romdoul.access.Actor;

/** What a room has for somebody on Today beside her tasks: an answer to give, a notice that a name was opened. */
public interface NewForMe {

    List<Item> of(Actor actor);

    /**
     * One line of it.
     *
     * @param text message key
     * @param arguments of the message: codes only
     * @param path where it leads
     */
    record Item(String text, List<Object> arguments, String path, Instant since) {}
}
