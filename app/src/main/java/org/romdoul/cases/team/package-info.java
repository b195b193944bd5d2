/** Who works on a case, and all the work of one person handed on when she leaves. */
@NullMarked
package org.romdoul.cases.team;

import org.jspecify.annotations.NullMarked;
