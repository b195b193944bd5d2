/**
 * Results that others can check: how far cases get, how long they take, and how they end, for every docket and for the cases
 * worked here. It reads as the database role that cannot see people at all, says at which position of the log it was
 * made, and shows no number of the cases worked here that would expose somebody.
 */
@NullMarked
package org.romdoul.publication;

import org.jspecify.annotations.NullMarked;
