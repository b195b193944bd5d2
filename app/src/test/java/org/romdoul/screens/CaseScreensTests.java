package org.romdoul.screens;

import java.util.List;

/** The screens of a case, as its prosecutor sees them. */
class CaseScreensTests extends Screens {

    CaseScreensTests() {
        super(List.of(
                new Screen("today-prosecutor", "U-104", "/today", "main a[href^='/c/']"),
                new Screen("cases", "U-104", "/c", "main a[href^='/c/']"),
                new Screen("found", "U-104", "/c/find", "main a[href^='/c/']", Before.SEARCH),
                new Screen("case", "U-104", "/c/PAST", "main a[href$='/court']"),
                new Screen("allegation", "U-104", "/c/PAST/allegation", "main form button"),
                new Screen("tasks", "U-104", "/c/NOW/tasks", "main a[href$='/tasks/new']"),
                new Screen("task-new", "U-104", "/c/NOW/tasks/new", "main form button"),
                new Screen("team", "U-104", "/c/NOW/team", "main form button"),
                new Screen("closing", "U-104", "/c/NOW/closing", "main form button"),
                new Screen("transfer", "U-104", "/c/NOW/transfer", "main form button"),
                new Screen("case-venues", "U-104", "/c/PAST/venues", "main form button"),
                new Screen("people", "U-104", "/c/PAST/people", "main a[href$='/people/new']"),
                new Screen("register", "U-104", "/c/PAST/people/new", "main form button"),
                new Screen("person", "U-104", "/c/PAST/p/V1", "main a[href$='/name']"),
                new Screen("unseal", "U-104", "/c/PAST/p/V1/name", "main form button"),
                new Screen("person-named", "U-104", "/c/PAST/p/V1", "main a[href$='/identity']", Before.REASON),
                new Screen("timeline", "U-104", "/c/PAST/timeline", "main nav a"),
                new Screen("court", "U-104", "/c/PAST/court", "main a[href$='/court/accused']"),
                new Screen("court-now", "U-104", "/c/NOW/court", "main a[href$='/court/accused']"),
                new Screen("charge", "U-104", "/c/NOW/court/S1/charge", "main form button"),
                new Screen("judgment", "U-104", "/c/NOW/court/S1/judgment", "main form button"),
                new Screen("board", "U-104", "/board", "main a[href^='/c/']"),
                new Screen("cause-list", "U-104", "/board/list", "main form button"),
                new Screen("account", "U-104", "/account", "main a, main button"),
                new Screen("locked", "U-104", "/locked", "main form button", Before.LOCK)));
    }
}
