@NullMarked
package org.romdoul.cases;

import org.jspecify.annotations.NullMarked;
