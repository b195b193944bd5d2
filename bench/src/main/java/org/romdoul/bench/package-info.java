/** Whole-program benchmarks: ratios against a peer or the physical limit, measured in the same run. */
@NullMarked
package org.romdoul.bench;

import org.jspecify.annotations.NullMarked;
