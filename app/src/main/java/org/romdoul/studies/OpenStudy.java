package org.romdoul.studies;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;

/**
 * A study in the hands of somebody who may read it.
 *
 * @param frame null until there is one
 * @param draw null until the sample is drawn
 * @param drawn when the seed was recorded; null until then
 * @param work null until then
 * @param published whether it is closed to further typing
 */
public record OpenStudy(
        Study study,
        Actor reader,
        @Nullable Frame frame,
        @Nullable Draw draw,
        @Nullable Instant drawn,
        @Nullable FieldWork work,
        List<Recount> recounts,
        boolean published) {

    /** Whether she makes the study, and does not only watch. */
    public boolean mayWrite() {
        return reader.role() == Role.RESEARCHER && !published;
    }

    public Optional<FieldWork> fieldWork() {
        return Optional.ofNullable(work);
    }
}
