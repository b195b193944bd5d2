package org.romdoul.studies;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
import org.romdoul.access.Role;

/**
 * A study in the hands of somebody who may read it.
 *
 * @param frame null until there is one
 * @param drawn null until the sample is drawn
 * @param work null until then
 * @param policy what is chosen for a stratum in which one venue was seen
 * @param published whether it is closed to further typing
 */
public record OpenStudy(
        Study study,
        Actor reader,
        @Nullable Frame frame,
        @Nullable Drawn drawn,
        @Nullable FieldWork work,
        List<Recount> recounts,
        Policy policy,
        boolean published) {

    /** Whether she makes the study, and does not only watch. */
    public boolean mayWrite() {
        return reader.role() == Role.RESEARCHER && !published;
    }

    public @Nullable Draw draw() {
        return drawn == null ? null : drawn.draw();
    }

    public Optional<FieldWork> fieldWork() {
        return Optional.ofNullable(work);
    }
}
