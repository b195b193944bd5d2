@NullMarked
package org.romdoul.studies;

import org.jspecify.annotations.NullMarked;
