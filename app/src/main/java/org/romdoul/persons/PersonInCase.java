package org.romdoul.persons;

import java.util.UUID;

/**
 * A person as a case knows her: by a label. Who she is stays sealed under her own key.
 *
 * @param id the person in this case; also the scope of her key
 * @param label V1, S1, W1, C1
 */
public record PersonInCase(UUID id, UUID caseId, Part part, String label, Sex sex, Age age) {}
