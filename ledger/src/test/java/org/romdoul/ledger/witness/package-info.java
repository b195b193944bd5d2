/** What the ledger claims, tried from outside: both halves, the published vectors, and a third, naive hand. */
@NullMarked
package org.romdoul.ledger.witness;

import org.jspecify.annotations.NullMarked;
