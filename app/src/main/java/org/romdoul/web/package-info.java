/** The roof: what stands around every page, in the language of its reader; forms, words, error pages. Nobody depends on it. */
@NullMarked
package org.romdoul.web;

import org.jspecify.annotations.NullMarked;
