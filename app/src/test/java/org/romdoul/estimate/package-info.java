@NullMarked
package org.romdoul.estimate;

import org.jspecify.annotations.NullMarked;
