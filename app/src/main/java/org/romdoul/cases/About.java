package org.romdoul.cases;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.romdoul.journal.Line;

/** What a room above knows of lines of the timeline: whom each is about. */
public interface About {

    /** @return by fact, the label that the case has for the person: V1, S2. Of lines it knows nothing about, nothing. */
    Map<UUID, String> labels(OpenCase file, Collection<Line> lines);
}
