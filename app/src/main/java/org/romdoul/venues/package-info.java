/**
 * The register of venues: codes that everybody at work may read; names and addresses sealed, opened for a reason by the agency that
 * keeps them; what inspections found; and the cases that name a venue, each seen by those who hold it alone.
 */
@NullMarked
package org.romdoul.venues;

import org.jspecify.annotations.NullMarked;
