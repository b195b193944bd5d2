/** The case file: opened from an allegation, read only by those who hold it, closed with a reason and a second reader. */
@NullMarked
package org.romdoul.cases;

import org.jspecify.annotations.NullMarked;
