package org.romdoul.access;

import java.util.List;

/** An agency whose accounts an administrator keeps, with its staff: numbers and roles. */
public record Office(Agency agency, List<Account> staff) {}
