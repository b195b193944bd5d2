package org.romdoul.evidence;

import org.romdoul.cases.CaseTab;
import org.springframework.stereotype.Component;

@Component
class EvidenceTab implements CaseTab {

    @Override
    public String key() {
        return "evidence";
    }

    @Override
    public String path() {
        return "exhibits";
    }

    @Override
    public int order() {
        return 30;
    }
}
