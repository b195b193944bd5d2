package org.romdoul.chart;

/**
 * A picture with its finding and its numbers; shown by the template {@code web/figure}.
 *
 * @param finding the title: what the picture shows, in one sentence
 * @param svg the picture, safe to be put in a page as it is
 * @param table the numbers that were drawn
 */
public record Chart(String finding, String svg, Table table) {}
