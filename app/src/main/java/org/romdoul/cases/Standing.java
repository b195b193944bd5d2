package org.romdoul.cases;

import java.util.UUID;

/** What oversight and break-glass may know of a case that they may not read: that it is there, and who answers for it. */
record Standing(UUID id, UUID agency, UUID owner) {}
