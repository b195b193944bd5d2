/** The first page: what must I do today. On the roof beside web, because it asks every room. */
@NullMarked
package org.romdoul.today;

import org.jspecify.annotations.NullMarked;
