package org.romdoul.prosecution;

import java.util.UUID;

/**
 * What a second hand would have recorded where another had corrected the same fact a moment before: kept, and without effect
 * until somebody decides.
 *
 * @param against the fact that held when the second hand came
 * @param proposal what would hold instead
 */
public record Contest(UUID id, UUID against, CourtFact proposal) {}
