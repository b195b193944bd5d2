/** Sealed values: names and words encrypted under the key of their scope, opened for a reason. */
@NullMarked
package org.romdoul.vault;

import org.jspecify.annotations.NullMarked;
