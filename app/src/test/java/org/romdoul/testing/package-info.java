/** What tests of several rooms share: fictional people at work. */
@NullMarked
package org.romdoul.testing;

import org.jspecify.annotations.NullMarked;
