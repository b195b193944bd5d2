package org.romdoul.web;

/**
 * What the header shows of the reader: never a name.
 *
 * @param number the staff number
 * @param roleKey the message key of the role
 * @param holdsCases whether her work can be a case at all
 */
public record SignedIn(String number, String roleKey, boolean holdsCases) {}
