/**
 * The door from the terminal. A new command is a class here with {@code @Command} that is named in {@link RomdoulCommand}; it asks
 * {@link Place#inside} for what it needs of the rooms. Results go to standard output, talk to standard error.
 */
@NullMarked
package org.romdoul.start;

import org.jspecify.annotations.NullMarked;
