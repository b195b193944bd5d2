/** Tests of venue surveys. */
@NullMarked
package org.romdoul.estimators.survey;

import org.jspecify.annotations.NullMarked;
