/** The roof: layout, sign-in, Today, error pages. Nobody depends on it. */
@NullMarked
package org.romdoul.web;

import org.jspecify.annotations.NullMarked;
