@NullMarked
package org.romdoul.cases.closing;

import org.jspecify.annotations.NullMarked;
