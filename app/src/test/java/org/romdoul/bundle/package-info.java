@NullMarked
package org.romdoul.bundle;

import org.jspecify.annotations.NullMarked;
