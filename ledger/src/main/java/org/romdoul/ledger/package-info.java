/**
 * A Merkle log that nobody can quietly change: RFC 6962 hashing in the C2SP formats, on the JDK alone.
 *
 * <p>{@code write} makes the log and {@code read} judges it. They share no code, so that one slip of the hand cannot
 * both write a wrong byte and find it right. {@code witness} stands on both: the program that others run.
 */
@NullMarked
package org.romdoul.ledger;

import org.jspecify.annotations.NullMarked;
