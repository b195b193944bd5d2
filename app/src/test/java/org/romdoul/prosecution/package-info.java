@NullMarked
package org.romdoul.prosecution;

import org.jspecify.annotations.NullMarked;
