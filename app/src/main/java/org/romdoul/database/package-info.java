/** The ground floor: one PostgreSQL, the roles that sign in to it, and a server of our own where there is none. */
@NullMarked
package org.romdoul.database;

import org.jspecify.annotations.NullMarked;
