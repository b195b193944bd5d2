/** The audit against everything that an administrator of the database could try. */
@NullMarked
package org.romdoul.journal.audit;

import org.jspecify.annotations.NullMarked;
