/** A real PostgreSQL for every test that needs one, and the tests of the ground floor itself. */
@NullMarked
package org.romdoul.database;

import org.jspecify.annotations.NullMarked;
