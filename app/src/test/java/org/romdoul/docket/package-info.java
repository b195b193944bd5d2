@NullMarked
package org.romdoul.docket;

import org.jspecify.annotations.NullMarked;
