@NullMarked
package org.romdoul.estimators.mse;

import org.jspecify.annotations.NullMarked;
