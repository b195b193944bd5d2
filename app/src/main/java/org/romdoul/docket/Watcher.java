package org.romdoul.docket;

/** Who wants to see how far it is. */
@FunctionalInterface
public interface Watcher {

    /** @param whole whether all of the case was taken, or would be */
    void caseDone(boolean whole);
}
