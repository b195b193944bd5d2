@NullMarked
package org.romdoul.cases.team;

import org.jspecify.annotations.NullMarked;
