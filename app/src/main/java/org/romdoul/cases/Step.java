package org.romdoul.cases;

/**
 * A task as pages show it.
 *
 * @param number the staff number of whose it is; empty: nobody's yet
 */
public record Step(Duty duty, Urgency urgency, String number) {}
