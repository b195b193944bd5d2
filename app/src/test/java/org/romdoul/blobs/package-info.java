/** Files: what the store promises, tried on each kind of store, and by killing. */
@NullMarked
package org.romdoul.blobs;

import org.jspecify.annotations.NullMarked;
