package org.romdoul.studies;

import java.util.Optional;
import org.romdoul.access.Actor;
import org.romdoul.access.OpenedByAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The study of an address. */
@Component
class OpenStudyArgument extends OpenedByAddress<OpenStudy> {

    // Looked up late: MVC is set up before the rooms are.
    private final ObjectProvider<Studies> studies;

    OpenStudyArgument(ObjectProvider<Studies> studies) {
        super(OpenStudy.class, "code");
        this.studies = studies;
    }

    @Override
    protected Optional<OpenStudy> open(String named, Actor actor) {
        return studies.getObject().open(named, actor);
    }
}
