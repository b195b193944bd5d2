/** Code that breaks each house rule once, so that the rules are seen to bite. */
@NullMarked
package org.romdoul.house.broken;

import org.jspecify.annotations.NullMarked;
