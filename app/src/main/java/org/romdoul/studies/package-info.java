/**
 * Is the crime falling? Studies of venues: a frame, a sample whose seed is sealed before anybody is visited, sheets typed in twice, and
 * an estimate that another can make again from the same file. Venue codes only.
 */
@NullMarked
package org.romdoul.studies;

import org.jspecify.annotations.NullMarked;
