@NullMarked
package org.romdoul.oversight;

import org.jspecify.annotations.NullMarked;
