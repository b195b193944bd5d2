/** Who watches: people kept out of cases, cases opened in an emergency. It reads no case, and nothing personal. */
@NullMarked
package org.romdoul.oversight;

import org.jspecify.annotations.NullMarked;
