/** What others vouch for: the log's heads go to the witnesses of a policy, their cosignatures are verified and kept, and pages say how far a fact has come. */
@NullMarked
package org.romdoul.journal.witnessing;

import org.jspecify.annotations.NullMarked;
