/** A Merkle log that nobody can quietly change: RFC 6962 hashing in the C2SP formats, on the JDK alone. */
@NullMarked
package org.romdoul.ledger;

import org.jspecify.annotations.NullMarked;
