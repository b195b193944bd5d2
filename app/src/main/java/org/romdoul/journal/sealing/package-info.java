/** From a recorded fact to a sealed one: the one sequencer, the log's key, and what pages may say of a fact. */
@NullMarked
package org.romdoul.journal.sealing;

import org.jspecify.annotations.NullMarked;
