package org.romdoul.prosecution;

import java.util.UUID;
import org.romdoul.journal.Fact;

/** An accused is arrested. */
public record Arrest(Fact fact, UUID defendant) implements CourtFact {}
