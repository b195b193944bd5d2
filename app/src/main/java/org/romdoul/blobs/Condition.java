package org.romdoul.blobs;

/** How a stored file is, held against what its fact says. */
public enum Condition {
    INTACT,
    MISSING,
    DIFFERS
}
