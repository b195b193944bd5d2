/** The way in and the locks, tried from outside. */
@NullMarked
package org.romdoul.access;

import org.jspecify.annotations.NullMarked;
