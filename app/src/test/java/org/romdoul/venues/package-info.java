@NullMarked
package org.romdoul.venues;

import org.jspecify.annotations.NullMarked;
