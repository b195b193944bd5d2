/** The log as a stranger's program meets it. */
@NullMarked
package org.romdoul.log;

import org.jspecify.annotations.NullMarked;
