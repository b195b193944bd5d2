package org.romdoul.vault;

/**
 * The names by which a room makes people findable, so that the search tokens can be held against them, or made again. The
 * room declares it as a bean.
 *
 * @param recomputed a SELECT over its facts alone that gives scope, subject, fact and name, the reference to the sealed name;
 *     one row a name that holds now
 */
public record Findable(String recomputed) {}
