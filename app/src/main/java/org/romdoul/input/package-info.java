/** What people type: partial dates, digits of any script, text without tricks. Values and problems, never exceptions. */
@NullMarked
package org.romdoul.input;

import org.jspecify.annotations.NullMarked;
