-- What a release was made from and how far it can be relied on, sealed with it: the sheets themselves stay inside.
ALTER TABLE studies.release
    ADD COLUMN draw          uuid,
    ADD COLUMN seed          text CHECK (seed ~ '^[0-9a-f]{32}$'),
    ADD COLUMN sizes         text,
    ADD COLUMN drawn         timestamptz,
    ADD COLUMN frame_sha256  text CHECK (frame_sha256 ~ '^[0-9a-f]{64}$'),
    ADD COLUMN venues        int,
    ADD COLUMN revisits      text,
    ADD COLUMN other_draws   text,
    ADD COLUMN typed_same    int,
    ADD COLUMN audits_drawn  int,
    ADD COLUMN audits_done   int,
    ADD COLUMN audits        text,
    ADD COLUMN early         int,
    ADD COLUMN passed        int,
    ADD COLUMN lonely        text CHECK (lonely IN ('certainty', 'average', 'adjust')),
    ADD COLUMN lonely_reason text,
    ADD COLUMN log_size      bigint CHECK (log_size > 0),
    ADD COLUMN log_root      text;
COMMENT ON COLUMN studies.release.draw IS 'The draw of its sample; null, as all below, on releases from before this was kept.';
COMMENT ON COLUMN studies.release.seed IS 'The seed of the draw.';
COMMENT ON COLUMN studies.release.sizes IS 'One line a stratum: stratum, comma, how many were drawn.';
COMMENT ON COLUMN studies.release.drawn IS 'When the draw was recorded.';
COMMENT ON COLUMN studies.release.frame_sha256 IS 'Of the frame, one line a venue as studies.frame has it.';
COMMENT ON COLUMN studies.release.venues IS 'How many venues the frame has.';
COMMENT ON COLUMN studies.release.revisits IS 'Code of the earlier study whose venues were to be visited again; null: none.';
COMMENT ON COLUMN studies.release.other_draws IS 'Other samples drawn from the same venues by then, a line each: study, day, how many venues they share.';
COMMENT ON COLUMN studies.release.typed_same IS 'Sheets that both typists typed the same; every sheet was typed by two.';
COMMENT ON COLUMN studies.release.audits_drawn IS 'Venues that the seed chose to be counted again.';
COMMENT ON COLUMN studies.release.audits_done IS 'Of these, those that were.';
COMMENT ON COLUMN studies.release.audits IS 'A line each way of counting again: kind, venues, the same, then persons, minors, young of collectors and of others.';
COMMENT ON COLUMN studies.release.early IS 'Sheets with a day of visit before the draw.';
COMMENT ON COLUMN studies.release.passed IS 'Venues of the reserve that were passed over.';
COMMENT ON COLUMN studies.release.lonely IS 'What was chosen for a stratum in which one venue was seen; null: nothing, and no estimate without two.';
COMMENT ON COLUMN studies.release.lonely_reason IS 'Why; public.';
COMMENT ON COLUMN studies.release.log_size IS 'Sealed facts when it was released; null: nothing was sealed yet.';
COMMENT ON COLUMN studies.release.log_root IS 'Their root hash, in base64.';
GRANT INSERT (draw, seed, sizes, drawn, frame_sha256, venues, revisits, other_draws, typed_same, audits_drawn, audits_done, audits, early, passed,
              lonely, lonely_reason, log_size, log_root) ON studies.release TO romdoul_application;

ALTER TABLE studies.draw ADD COLUMN revisits text;
COMMENT ON COLUMN studies.draw.revisits IS 'Code of the earlier study whose venues are visited again: its seed is taken over; null: none.';
GRANT INSERT (revisits) ON studies.draw TO romdoul_application;

CREATE TABLE studies.policy (
    LIKE journal.fact INCLUDING ALL,
    lonely text NOT NULL CHECK (lonely IN ('certainty', 'average', 'adjust')),
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200)
);
COMMENT ON TABLE studies.policy IS 'Fact: it is chosen what a stratum in which one venue was seen adds to the error; the last choice holds.';
COMMENT ON COLUMN studies.policy.lonely IS 'org.romdoul.estimators.survey.LonelyVenue.';
COMMENT ON COLUMN studies.policy.reason IS 'Why; public with the study.';
CREATE INDEX policy_scope ON studies.policy (scope);
SELECT ledger.protect('studies.policy');

-- Whoever draws again until she likes the sample begins another study on the same venues, perhaps in another agency: its code and day
-- are told to whoever may read this one.
CREATE FUNCTION studies.other_draws(asked uuid) RETURNS TABLE (code text, drawn timestamptz, shared int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    WITH venue AS (
        SELECT f.scope, split_part(line, ',', 2) AS code
          FROM studies.frame f CROSS JOIN LATERAL regexp_split_to_table(f.venues, E'\n') line
    )
    SELECT s.code, d.recorded_at, count(*)::int
      FROM venue mine
      JOIN venue other ON other.code = mine.code AND other.scope <> mine.scope
      JOIN studies.study s ON s.id = other.scope
      JOIN studies.draw d ON d.scope = other.scope
     WHERE mine.scope = asked AND access.may_read(asked)
     GROUP BY s.code, d.recorded_at
     ORDER BY d.recorded_at, s.code
    $$;
COMMENT ON FUNCTION studies.other_draws(uuid) IS 'Samples drawn from venues that a study''s frame has too.';

-- Releases are read by everybody, leaves are not: this tells a place in the log, and nothing of what stands there.
CREATE FUNCTION studies.leaf_of(asked uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT l.index FROM ledger.leaf l WHERE l.fact = asked AND l.noun IN ('studies.draw', 'studies.release')
    $$;
COMMENT ON FUNCTION studies.leaf_of(uuid) IS 'The leaf of a draw or a release, counted from 0; null until it is sealed.';
REVOKE ALL ON FUNCTION studies.other_draws(uuid), studies.leaf_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION studies.other_draws(uuid), studies.leaf_of(uuid) TO romdoul_application;
