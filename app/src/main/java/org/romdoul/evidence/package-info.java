/**
 * Exhibits: things in sealed bags, and files kept as they came. Who holds each, from the first hand to the last; who was given
 * copies, on what order. No preview and no thumbnail is ever made of a file.
 */
@NullMarked
package org.romdoul.evidence;

import org.jspecify.annotations.NullMarked;
