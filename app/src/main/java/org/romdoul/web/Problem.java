package org.romdoul.web;

/**
 * One line of the summary of what is wrong with a form.
 *
 * @param field the id of the control to mend; empty where the whole form is meant
 * @param text what is wrong, in the reader's language
 */
public record Problem(String field, String text) {}
