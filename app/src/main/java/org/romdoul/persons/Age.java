package org.romdoul.persons;

/** Whether she was a child at the time, which changes what the law asks. */
public enum Age {
    CHILD,
    ADULT,
    UNKNOWN
}
