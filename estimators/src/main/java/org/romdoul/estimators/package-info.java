/** Estimators for hidden crimes and for the justice that answers them: plain Java, no dependency. */
@NullMarked
package org.romdoul.estimators;

import org.jspecify.annotations.NullMarked;
