/**
 * From a file of figures to an estimate that can be repeated: reads and refuses by line and column, asks {@code estimators},
 * and says the finding in one sentence, a picture, a table, the method and its limits. The command line and the pages of
 * studies show the same; nothing here knows of a database or of the web.
 */
@NullMarked
package org.romdoul.estimate;

import org.jspecify.annotations.NullMarked;
