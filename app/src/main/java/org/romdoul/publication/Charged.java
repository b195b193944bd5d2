package org.romdoul.publication;

/**
 * One charge of one accused.
 *
 * @param statute the article of law, as a code
 * @param stand what stands on it
 */
record Charged(String statute, Stand stand) {}
