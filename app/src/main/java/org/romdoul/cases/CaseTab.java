package org.romdoul.cases;

/** A tab of the case page. The room above that implements it serves the page under {@code /c/{case}/…} itself. */
public interface CaseTab {

    /** @return its message key is {@code tab.} and this */
    String key();

    /** @return its address below the case's, without a slash before: {@code court} */
    String path();

    /** @return its place from the left; the overview is 0, people 10, the timeline 90 */
    int order();
}
