package org.romdoul.bundle;

import org.romdoul.cases.CaseTab;
import org.springframework.stereotype.Component;

@Component
class CopyTab implements CaseTab {

    @Override
    public String key() {
        return "copies";
    }

    @Override
    public String path() {
        return "copies";
    }

    @Override
    public int order() {
        return 80;
    }
}
