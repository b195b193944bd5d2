/** The law as this record knows it: dated rule packs, one a jurisdiction, each limit with its source. */
@NullMarked
package org.romdoul.law;

import org.jspecify.annotations.NullMarked;
