/**
 * Files, kept as they came: hashed and encrypted while they arrive, visible only when they are whole, never changed. Facts
 * hold a {@link org.romdoul.blobs.BlobRef}; the audit holds every reference against what is stored.
 */
@NullMarked
package org.romdoul.blobs;

import org.jspecify.annotations.NullMarked;
