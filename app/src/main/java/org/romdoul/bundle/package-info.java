/**
 * Copies of a case that a court can check without us (docs/formats/bundle.md): what is disclosed, to whom and on what order, is a
 * fact of the case before a byte leaves.
 */
@NullMarked
package org.romdoul.bundle;

import org.jspecify.annotations.NullMarked;
