package org.romdoul.cases.transfer;

import java.time.Instant;

/**
 * A case that is offered to an agency, as its lead sees it before she has answered.
 *
 * @param by the staff number of who offers it
 * @param from the name of her agency
 * @param due by when it is to be answered
 */
public record Offer(Transfer transfer, String by, String from, Instant due) {}
