package org.romdoul.cases;

import java.util.Optional;
import org.romdoul.access.Actor;
import org.romdoul.access.OpenedByAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The case of an address. */
@Component
class OpenCaseArgument extends OpenedByAddress<OpenCase> {

    // Looked up late: MVC is set up before the rooms are.
    private final ObjectProvider<Cases> cases;

    OpenCaseArgument(ObjectProvider<Cases> cases) {
        super(OpenCase.class, "case");
        this.cases = cases;
    }

    @Override
    protected Optional<OpenCase> open(String named, Actor actor) {
        return CaseCode.parse(named).flatMap(code -> cases.getObject().open(code, actor));
    }
}
