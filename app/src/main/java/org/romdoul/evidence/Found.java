package org.romdoul.evidence;

/** How an exhibit is found: its seal and its wrapping. */
public enum Found {
    INTACT,
    OPENED,
    DAMAGED,
    MISSING
}
