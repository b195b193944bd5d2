/** Golden values shared by the tests of all packages. */
@NullMarked
package org.romdoul.estimators;

import org.jspecify.annotations.NullMarked;
