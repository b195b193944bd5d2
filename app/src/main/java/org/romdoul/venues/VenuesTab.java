package org.romdoul.venues;

import org.romdoul.cases.CaseTab;
import org.springframework.stereotype.Component;

@Component
class VenuesTab implements CaseTab {

    @Override
    public String key() {
        return "venues";
    }

    @Override
    public String path() {
        return "venues";
    }

    @Override
    public int order() {
        return 20;
    }
}
