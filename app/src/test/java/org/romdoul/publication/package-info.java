@NullMarked
package org.romdoul.publication;

import org.jspecify.annotations.NullMarked;
