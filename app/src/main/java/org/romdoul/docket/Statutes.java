package org.romdoul.docket;

import java.util.Set;

/**
 * How the record calls the statutes of the source, which writes sections of the United States Code without their title. The
 * titles are those of the coding sheet that the collectors published with their software (JudgeFrog, test_data.csv, third
 * line). A section that is not on the sheet keeps the source's own word for it.
 */
final class Statutes {

    /** A charge under statutes that the source does not name, or names with figures that contradict each other. */
    static final String UNSPECIFIED = "unspecified";

    private static final Set<String> TITLE_8 = Set.of("1324", "1328");
    private static final Set<String> TITLE_18 = Set.of(
            "1028",
            "1351",
            "1425",
            "1426",
            "1461-1465",
            "1512",
            "1542-1543",
            "1546",
            "1581-1588",
            "1589",
            "1590",
            "1591",
            "1592",
            "1961-1968",
            "2251",
            "2252",
            "2260",
            "2421-2424");

    private Statutes() {}

    static String code(String section) {
        var sections = section.replace("_to_", "-");
        if (TITLE_8.contains(sections)) return "8 USC " + sections;
        return TITLE_18.contains(sections) ? "18 USC " + sections : sections;
    }
}
