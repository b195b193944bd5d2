/** Pictures of numbers: small SVG with real text, never without the table behind it, an interval wherever there is one. */
@NullMarked
package org.romdoul.chart;

import org.jspecify.annotations.NullMarked;
