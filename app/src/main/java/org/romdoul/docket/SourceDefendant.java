package org.romdoul.docket;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.input.PartialDate;
import org.romdoul.prosecution.Bail;
import org.romdoul.prosecution.Defendant;

/**
 * A defendant as the source has one: a row, no name. What the source leaves out is null or unknown.
 *
 * @param key the source's own
 * @param caseKey the case's
 * @param age in years, at the arrest
 * @param charges under how many statutes, also those the source does not name
 * @param sentenced for how many of them
 * @param ongoing the source says that the case was going on when it was last looked at
 * @param ended the year
 * @param monthsPrison of the sentence as a whole
 */
record SourceDefendant(
        String key,
        SourceTable.Line line,
        String caseKey,
        Defendant.Sex sex,
        @Nullable Integer age,
        PartialDate arrested,
        PartialDate charged,
        Bail.@Nullable Kind bail,
        @Nullable Long bailAmount,
        @Nullable Integer charges,
        @Nullable Integer sentenced,
        boolean ongoing,
        PartialDate ended,
        @Nullable Integer monthsPrison,
        @Nullable Integer monthsProbation,
        @Nullable Long restitution,
        List<Entry> entries) {

    static final String KEY = "row_id";
    static final List<String> COLUMNS = Stream.concat(
                    Stream.of(
                            KEY,
                            "case_id",
                            "gender",
                            "arrest_age",
                            "arrest_date",
                            "charge_date",
                            "bail_type",
                            "bail_amount",
                            "n_charges",
                            "n_sentences",
                            "year_terminated",
                            "total_months_sentenced",
                            "total_months_probation",
                            "restitution"),
                    Entry.COLUMNS.stream())
            .toList();

    /** "999=Ongoing case": the collectors' coding sheet, column Number of Felonies Sentenced. */
    private static final int ONGOING = 999;

    private static final int OLDEST = 120;

    private static final Map<String, Defendant.Sex> SEXES = Map.of(
            "Male", Defendant.Sex.MALE,
            "Female", Defendant.Sex.FEMALE,
            "Other", Defendant.Sex.OTHER,
            "Unknown", Defendant.Sex.UNKNOWN);

    private static final Map<String, Bail.Kind> BAILS = Map.of(
            "Surety", Bail.Kind.SURETY,
            "Non-Surety", Bail.Kind.NON_SURETY,
            "Personal Recognizance", Bail.Kind.PERSONAL_RECOGNIZANCE);

    static SourceDefendant of(Cells cells) {
        var sentenced = cells.whole("n_sentences", 0, 9999);
        var ongoing = sentenced != null && sentenced == ONGOING;
        var arrested = cells.day("arrest_date");
        var ended = cells.year("year_terminated");
        if (ended.isCertainlyBefore(arrested)) cells.doubt("arrest_date", Problem.of("docket.doubt.after-the-end"));
        return new SourceDefendant(
                cells.key(),
                cells.line(),
                cells.key("case_id"),
                cells.one("gender", SEXES, Defendant.Sex.UNKNOWN),
                cells.whole("arrest_age", 0, OLDEST),
                arrested,
                cells.day("charge_date"),
                cells.text("bail_type").isEmpty() ? null : cells.one("bail_type", BAILS, Bail.Kind.UNKNOWN),
                cells.money("bail_amount"),
                cells.whole("n_charges", 0, 9999),
                ongoing ? null : sentenced,
                ongoing,
                ended,
                cells.months("total_months_sentenced"),
                cells.months("total_months_probation"),
                cells.money("restitution"),
                Entry.of(cells));
    }

    /** What is said of the sentence as a whole, unless it is that there was none. */
    boolean isSentenced() {
        var given = Stream.of(monthsPrison, monthsProbation, restitution).toList();
        var some = given.stream().anyMatch(amount -> amount != null && amount.longValue() > 0);
        var none = sentenced != null && sentenced == 0;
        return some || !none && given.stream().anyMatch(amount -> amount != null);
    }
}
