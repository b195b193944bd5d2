CREATE TABLE cases.exclusion (
    LIKE journal.fact INCLUDING ALL,
    agency      uuid NOT NULL REFERENCES access.agency,
    code        text NOT NULL,
    account     uuid NOT NULL REFERENCES access.account,
    reason      text NOT NULL CHECK (reason IN ('family', 'accused', 'witness', 'payment', 'command', 'other'))
);
COMMENT ON TABLE cases.exclusion IS 'Fact: oversight keeps a person out of a case, because she cannot be impartial in it.';
COMMENT ON COLUMN cases.exclusion.agency IS 'The oversight agency, which sees this without seeing the case.';
COMMENT ON COLUMN cases.exclusion.code IS 'The case''s code, for it.';
COMMENT ON COLUMN cases.exclusion.account IS 'Who is kept out.';
COMMENT ON COLUMN cases.exclusion.reason IS 'Why; org.romdoul.cases.Exclusion.Reason.';
SELECT ledger.protect('cases.exclusion');
CREATE INDEX exclusion_scope ON cases.exclusion (scope);
CREATE INDEX exclusion_agency ON cases.exclusion (agency);
CREATE POLICY oversight ON cases.exclusion FOR SELECT TO romdoul_application USING (agency = ANY (access.hats()));

CREATE TABLE cases.exclusion_end (
    LIKE journal.fact INCLUDING ALL,
    agency      uuid NOT NULL REFERENCES access.agency,
    exclusion   uuid NOT NULL UNIQUE REFERENCES cases.exclusion
);
COMMENT ON TABLE cases.exclusion_end IS 'Fact: oversight lifts an exclusion.';
COMMENT ON COLUMN cases.exclusion_end.agency IS 'The oversight agency.';
COMMENT ON COLUMN cases.exclusion_end.exclusion IS 'Which.';
SELECT ledger.protect('cases.exclusion_end');
CREATE POLICY oversight ON cases.exclusion_end FOR SELECT TO romdoul_application USING (agency = ANY (access.hats()));

-- What break-glass and oversight must know of a case they may not read, and no more: that it is there, and who answers for it.
CREATE FUNCTION cases.standing(asked text, OUT scope uuid, OUT agency uuid, OUT owner uuid, OUT status text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
    AS $$ SELECT d.scope, d.agency, d.owner, d.status FROM cases.desk d WHERE d.code = asked $$;
COMMENT ON FUNCTION cases.standing(text) IS 'A case''s id, agency, owner and status by its code, past row-level security; no content.';
REVOKE EXECUTE ON FUNCTION cases.standing(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cases.standing(text) TO romdoul_application;
CREATE UNIQUE INDEX desk_code ON cases.desk (code);
