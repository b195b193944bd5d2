/**
 * The courts in the browser: a case before the courts with what stands now and why, the forms that record what happens
 * there, and the board of all cases. The rules are the prosecution room's; here is only what is shown and asked.
 */
@NullMarked
package org.romdoul.court;

import org.jspecify.annotations.NullMarked;
