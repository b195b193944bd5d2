package org.romdoul.estimators.mse;

/** Something that a reader of a total must be told together with it. */
public enum Flag {
    FEW_ON_SEVERAL_LISTS("fewer than ten people are on several lists: a handful of people decides the total"),
    EMPTY_OVERLAP("two lists of the model share nobody: their parameter is minus infinity and not estimated"),
    ONE_MODEL_ONLY(
            "the log-normal interval holds the model fixed and is too narrow: choosing the model is uncertain too"),
    NO_ESTIMATE_IN_SOME_RESAMPLES("some resamples had no estimate and are left out of the intervals"),
    BCA_BEYOND_RESOLUTION("the corrected level lies below 1/B: the BCa limit is just the smallest or largest resample"),
    BCA_NOT_AVAILABLE("no BCa interval: the estimate lies outside all resamples, or the correction has no solution"),
    JACKKNIFE_INCOMPLETE("for some capture histories one person less leaves no estimate; the acceleration lacks them"),
    FEW_RESAMPLES("fewer than 1,000 resamples: limits move visibly with the seed"),
    MODELS_DISAGREE("models that the table cannot tell apart (BIC within 6) give totals a factor 1.5 or more apart"),
    SOME_MODELS_NOT_ESTIMABLE("some models have no unique estimate on this table and are left out"),
    MASS_AT_THE_END("much posterior weight lies at the largest total considered: the prior decides the upper limit"),
    NOBODY_ON_TWO_LISTS("nobody is on exactly two lists: the bias-corrected form is used");

    private final String meaning;

    Flag(String meaning) {
        this.meaning = meaning;
    }

    /** One sentence for the person who reads the total. */
    public String meaning() {
        return meaning;
    }
}
