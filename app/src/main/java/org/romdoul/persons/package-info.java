/** People in cases: what they are to the case for everyone who holds it, who they are for a reason and ten minutes. */
@NullMarked
package org.romdoul.persons;

import org.jspecify.annotations.NullMarked;
