@NullMarked
package org.romdoul.law;

import org.jspecify.annotations.NullMarked;
