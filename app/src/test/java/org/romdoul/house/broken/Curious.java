package org.romdoul.house.broken;

import org.romdoul.cases.Standings;

/** Asks about cases that nobody opened to it. */
public record Curious(Standings standings) {}
