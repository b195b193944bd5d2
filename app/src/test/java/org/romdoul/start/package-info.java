/** What is typed, and what comes of it. */
@NullMarked
package org.romdoul.start;

import org.jspecify.annotations.NullMarked;
