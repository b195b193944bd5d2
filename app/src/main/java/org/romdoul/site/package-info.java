/** Where the house stands: the hour of its place, its languages, the number people call, whether everybody in it is fictional. */
@NullMarked
package org.romdoul.site;

import org.jspecify.annotations.NullMarked;
