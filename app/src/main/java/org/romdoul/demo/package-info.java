/** A country that does not exist, to try the program on: what rooms implement to fill it. */
@NullMarked
package org.romdoul.demo;

import org.jspecify.annotations.NullMarked;
