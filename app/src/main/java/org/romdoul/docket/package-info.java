/**
 * Takes in a list of past prosecutions as others collected it: reads two files as they are in the world, shows what would
 * happen, records what the rules of the record accept and lists every row they do not. What was taken is found again by the
 * source's own keys, so that it can be broken off, resumed and repeated (docs/docket.md).
 */
@NullMarked
package org.romdoul.docket;

import org.jspecify.annotations.NullMarked;
