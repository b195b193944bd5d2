package org.romdoul.web;

/**
 * What the header shows of the reader: never a name.
 *
 * @param number the staff number
 * @param roleKey the message key of the role
 */
public record SignedIn(String number, String roleKey) {}
