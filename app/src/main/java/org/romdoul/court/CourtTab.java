package org.romdoul.court;

import org.romdoul.cases.CaseTab;
import org.springframework.stereotype.Component;

@Component
class CourtTab implements CaseTab {

    @Override
    public String key() {
        return "court";
    }

    @Override
    public String path() {
        return "court";
    }

    @Override
    public int order() {
        return 40;
    }
}
