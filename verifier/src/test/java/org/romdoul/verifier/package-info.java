@NullMarked
package org.romdoul.verifier;

import org.jspecify.annotations.NullMarked;
