-- Openings of names are reviewed by samples. What was drawn is a fact, so that nobody chooses what to look at and says it was chance.
CREATE TABLE oversight.sample (
    LIKE journal.fact INCLUDING ALL,
    since       timestamptz NOT NULL,
    before      timestamptz NOT NULL,
    population  integer NOT NULL CHECK (population >= size),
    size        integer NOT NULL CHECK (size >= 0),
    CHECK (since < before)
);
COMMENT ON TABLE oversight.sample IS 'Fact: oversight draws a simple random sample of the openings of names in a period; its scope is the oversight agency.';
COMMENT ON COLUMN oversight.sample.since IS 'The period''s beginning, included.';
COMMENT ON COLUMN oversight.sample.before IS 'Its end, not included.';
COMMENT ON COLUMN oversight.sample.population IS 'How many openings there were in it.';
COMMENT ON COLUMN oversight.sample.size IS 'How many were drawn.';
SELECT ledger.protect('oversight.sample');
CREATE INDEX sample_scope ON oversight.sample (scope, recorded_at DESC);
CREATE POLICY oversight ON oversight.sample FOR SELECT TO romdoul_application USING (scope = ANY (access.hats()));

CREATE TABLE oversight.sampled (
    LIKE journal.fact INCLUDING ALL,
    sample      uuid NOT NULL REFERENCES oversight.sample,
    reading     uuid NOT NULL,
    code        text NOT NULL,
    account     uuid NOT NULL REFERENCES access.account,
    purpose     text NOT NULL,
    opened      timestamptz NOT NULL,
    UNIQUE (sample, reading)
);
COMMENT ON TABLE oversight.sampled IS 'Fact: an opening was drawn into a sample. It repeats what oversight may know of it: nothing personal.';
COMMENT ON COLUMN oversight.sampled.sample IS 'Which sample.';
COMMENT ON COLUMN oversight.sampled.reading IS 'The opening (vault.reading).';
COMMENT ON COLUMN oversight.sampled.code IS 'The case''s code.';
COMMENT ON COLUMN oversight.sampled.account IS 'Who opened.';
COMMENT ON COLUMN oversight.sampled.purpose IS 'What for, by its key.';
COMMENT ON COLUMN oversight.sampled.opened IS 'When.';
SELECT ledger.protect('oversight.sampled');
CREATE INDEX sampled_sample ON oversight.sampled (sample);
CREATE POLICY oversight ON oversight.sampled FOR SELECT TO romdoul_application USING (scope = ANY (access.hats()));

CREATE TABLE oversight.review (
    LIKE journal.fact INCLUDING ALL,
    sampled     uuid NOT NULL UNIQUE REFERENCES oversight.sampled
);
COMMENT ON TABLE oversight.review IS 'Fact: oversight finds a sampled opening in order as it stands, without a question.';
COMMENT ON COLUMN oversight.review.sampled IS 'Which.';
SELECT ledger.protect('oversight.review');
CREATE POLICY oversight ON oversight.review FOR SELECT TO romdoul_application USING (scope = ANY (access.hats()));

-- What oversight may know of openings past row-level security: who, when, what for and in which case; never of whom.
CREATE INDEX reading_opened ON vault.reading (recorded_at) WHERE kind = 'identity';
CREATE FUNCTION vault.identity_readings(since timestamptz, before timestamptz)
    RETURNS TABLE (id uuid, scope uuid, actor uuid, purpose text, recorded_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    AS $$
        SELECT r.id, r.scope, r.actor, r.purpose, r.recorded_at FROM vault.reading r
         WHERE r.kind = 'identity' AND r.recorded_at >= $1 AND r.recorded_at < $2
           AND EXISTS (SELECT 1 FROM access.account a WHERE a.id = (access.hats())[1] AND a.role = 'MONITOR')
         ORDER BY r.recorded_at, r.id
    $$;
COMMENT ON FUNCTION vault.identity_readings(timestamptz, timestamptz) IS 'The openings of names in a period, for a monitor; nothing for anybody else.';
REVOKE EXECUTE ON FUNCTION vault.identity_readings(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.identity_readings(timestamptz, timestamptz) TO romdoul_application;

CREATE FUNCTION cases.codes(scopes uuid[]) RETURNS TABLE (scope uuid, code text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    AS $$ SELECT d.scope, d.code FROM cases.desk d WHERE d.scope = ANY ($1) $$;
COMMENT ON FUNCTION cases.codes(uuid[]) IS 'The codes of cases by their ids, past row-level security; no content.';
REVOKE EXECUTE ON FUNCTION cases.codes(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cases.codes(uuid[]) TO romdoul_application;
