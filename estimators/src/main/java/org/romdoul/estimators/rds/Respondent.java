package org.romdoul.estimators.rds;

import java.util.Optional;

/**
 * One person who took part.
 *
 * @param id a code, unique in the sample
 * @param recruiter the code of who brought the person; empty for a seed
 * @param networkSize how many members of the population the person knows, 1 or more
 * @param group what the share is asked of, such as {@code "minor at entry"}
 */
public record Respondent(String id, Optional<String> recruiter, double networkSize, String group) {

    /** A person the study began with. */
    public static Respondent seed(String id, double networkSize, String group) {
        return new Respondent(id, Optional.empty(), networkSize, group);
    }

    /** A person brought by another. */
    public static Respondent recruited(String id, String recruiter, double networkSize, String group) {
        return new Respondent(id, Optional.of(recruiter), networkSize, group);
    }
}
