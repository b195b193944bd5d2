/** Tests of waiting times. */
@NullMarked
package org.romdoul.estimators.survival;

import org.jspecify.annotations.NullMarked;
