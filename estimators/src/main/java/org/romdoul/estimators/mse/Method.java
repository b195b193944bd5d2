package org.romdoul.estimators.mse;

/** How a total was made, where that is published, and what it cannot tell. */
public enum Method {
    FIXED_MODEL(
            "Poisson log-linear model given by the analyst",
            "Fienberg 1972, Biometrika 59; Chan, Silverman, Vincent 2021, JASA 116",
            "right only if this model holds; its interval knows nothing of other models"),
    STEPWISE(
            "Poisson log-linear model, pairs of lists added forward by Poisson tail",
            "Chan, Silverman, Vincent 2021, JASA 116",
            "one path through the models; a neighbouring model may fit as well and say something else"),
    SMALLEST_BIC(
            "the hierarchical log-linear model with the smallest BIC of all",
            "Silverman, Chan, Vincent 2024, Statistics in Medicine 43; Schwarz 1978",
            "assumes that everybody could have come on a list and that no dependence goes beyond the order searched"),
    DECOMPOSABLE_AVERAGE(
            "Bayesian average over all decomposable graphs of lists",
            "Madigan and York 1997, Biometrika 84",
            "averages only models with closed forms; depends on the prior where few people are on several lists"),
    LOWER_BOUND(
            "Chao's lower bound when people differ in how easily they are listed",
            "Chao 1987, Biometrics 43; Rivest and Baillargeon 2007, Biometrics 63",
            "a bound from below, not an estimate; lists that attract the same people push it down, ones that avoid each other up");

    private final String words;
    private final String source;
    private final String limits;

    Method(String words, String source, String limits) {
        this.words = words;
        this.source = source;
        this.limits = limits;
    }

    /** The method in words. */
    public String words() {
        return words;
    }

    /** Where the method is published. */
    public String source() {
        return source;
    }

    /** What the method cannot tell. */
    public String limits() {
        return limits;
    }
}
