package org.romdoul.cases;

import java.util.List;

/** What everyone who opens a case must see on every page of it: a child is concerned, somebody is in danger. */
public interface CaseFlag {

    /** @return message keys of short words; empty where there is nothing to say */
    List<String> of(OpenCase file);
}
