package org.romdoul.journal.audit;

import org.romdoul.journal.witnessing.Testimony;
import org.springframework.modulith.NamedInterface;

/** Is told how an audit goes on, while it goes on. */
@NamedInterface("audit")
public interface Watcher {

    Watcher SILENT = new Watcher() {};

    /** So much of this is done: called often, by round numbers. */
    default void at(String what, long done) {}

    default void found(Finding finding) {}

    /** Somebody outside said what they have seen of the log, or did not. */
    default void heard(Testimony testimony) {}
}
