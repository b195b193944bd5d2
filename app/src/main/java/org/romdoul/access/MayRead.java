package org.romdoul.access;

/**
 * What one room's facts say of who may read what, so that the audit can make {@code access.reader} again. Every room that
 * calls {@link NeedToKnow#let} declares one as a bean.
 *
 * @param recomputed a SELECT over fact tables alone that gives scope, hat, basis and until
 */
public record MayRead(String recomputed) {

    private static final String COLLEAGUES = """
            SELECT f.id, a.id, f.id, NULL::timestamptz
              FROM %s f
              JOIN access.account a ON a.scope = f.agency AND a.role = '%s'
                                   AND a.id <> f.actor AND a.recorded_at <= f.recorded_at""";

    private static final String OVERSIGHT = """
            SELECT f.id, o.id, f.id, NULL::timestamptz
              FROM %s f
             CROSS JOIN LATERAL (SELECT a.id FROM access.agency a
                                  WHERE a.kind = 'oversight' AND a.recorded_at <= f.recorded_at
                                  ORDER BY a.recorded_at, a.id LIMIT 1) o""";

    /** The same, of the others of a role at the agency that a fact names, as they were when it was recorded. */
    public static String colleagues(String facts, Role role) {
        return COLLEAGUES.formatted(facts, role.name());
    }

    /** The same, of the agency that oversaw when a fact was recorded. */
    public static String oversight(String facts) {
        return OVERSIGHT.formatted(facts);
    }
}
