/** A case is offered to another agency, whose lead decides before she may read it. */
@NullMarked
package org.romdoul.cases.transfer;

import org.jspecify.annotations.NullMarked;
