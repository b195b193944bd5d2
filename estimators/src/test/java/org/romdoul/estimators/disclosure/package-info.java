/** Tests of publishing without exposing. */
@NullMarked
package org.romdoul.estimators.disclosure;

import org.jspecify.annotations.NullMarked;
