/** Who you are and what you may read: agencies, people, roles, sign-in, need-to-know. */
@NullMarked
package org.romdoul.access;

import org.jspecify.annotations.NullMarked;
