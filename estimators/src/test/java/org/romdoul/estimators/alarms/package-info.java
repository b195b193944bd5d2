/** Tests of alarms. */
@NullMarked
package org.romdoul.estimators.alarms;

import org.jspecify.annotations.NullMarked;
