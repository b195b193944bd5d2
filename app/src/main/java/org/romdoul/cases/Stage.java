package org.romdoul.cases;

/** How far a case has come. The rooms above say when it goes on. */
public enum Stage {
    INVESTIGATION,
    PROSECUTION,
    TRIAL,
    APPEAL,
    FINAL
}
