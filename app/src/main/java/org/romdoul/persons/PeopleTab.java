package org.romdoul.persons;

import org.romdoul.cases.CaseTab;
import org.springframework.stereotype.Component;

@Component
class PeopleTab implements CaseTab {

    @Override
    public String key() {
        return "people";
    }

    @Override
    public String path() {
        return "people";
    }

    @Override
    public int order() {
        return 10;
    }
}
