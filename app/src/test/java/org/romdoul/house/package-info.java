/** The house rules, each once seen to bite. */
@NullMarked
package org.romdoul.house;

import org.jspecify.annotations.NullMarked;
