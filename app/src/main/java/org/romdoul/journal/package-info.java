/** What people did, when and on whose behalf; every fact sealed in the ledger. */
@NullMarked
package org.romdoul.journal;

import org.jspecify.annotations.NullMarked;
