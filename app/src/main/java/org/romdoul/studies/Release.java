package org.romdoul.studies;

/**
 * A study that is published.
 *
 * @param visits the file its estimate is made from
 */
public record Release(String code, String title, String visits) {}
