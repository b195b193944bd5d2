/** The log as outsiders see it: its signed head and tiles for everybody, its entries for auditors, and who vouches for it. */
@NullMarked
package org.romdoul.log;

import org.jspecify.annotations.NullMarked;
