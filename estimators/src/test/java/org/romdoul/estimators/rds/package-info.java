/** Tests of chains of recruitment. */
@NullMarked
package org.romdoul.estimators.rds;

import org.jspecify.annotations.NullMarked;
