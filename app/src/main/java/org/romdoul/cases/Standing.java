package org.romdoul.cases;

import java.util.UUID;

/** What oversight may know of a case that it may not read: that it is there, and who answers for it. */
public record Standing(UUID id, CaseCode code, UUID agency, UUID owner) {}
