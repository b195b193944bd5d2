package org.romdoul.estimate;

import org.romdoul.chart.Words;

/** An estimate in numbers, made from one file; its record components are what {@code --json} prints. */
public sealed interface Estimation
        permits VenueEstimation, ListsEstimation, ChainEstimation, AlarmEstimation, SeasonEstimation {

    /** What it was made from. */
    Source source();

    /** The same for a reader: sentence, pictures, tables, method and limits, in her language. */
    Shown shown(Words words);
}
