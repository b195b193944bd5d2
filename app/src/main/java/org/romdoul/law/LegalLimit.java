package org.romdoul.law;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/**
 * A time limit of law or of the house, as one version of a rule pack has it.
 *
 * @param key also its message key, {@code limit.key}
 * @param pack the version it is from; a clock keeps it
 * @param length hours and minutes, or whole days, months and years of the jurisdiction's calendar
 * @param source the article it follows from
 * @param zone where the days are counted
 */
public record LegalLimit(String key, String pack, TemporalAmount length, String source, ZoneId zone) {

    /** @return when it ends; a month is a month of the calendar where the court sits, never thirty days */
    public Instant due(Instant from) {
        return length instanceof Period ? from.atZone(zone).plus(length).toInstant() : from.plus(length);
    }

    public LegalClock from(Instant moment) {
        return new LegalClock(key, pack, moment, due(moment));
    }
}
