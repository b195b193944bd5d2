@NullMarked
package org.romdoul.cases.transfer;

import org.jspecify.annotations.NullMarked;
