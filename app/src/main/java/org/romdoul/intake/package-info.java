/** Tips: safely reported, answered with a receipt, never buried. */
@NullMarked
package org.romdoul.intake;

import org.jspecify.annotations.NullMarked;
