-- A copy of a whole case hands out exhibits too: each stands in the register of what was given out.
ALTER TABLE evidence.disclosure ADD COLUMN case_copy integer CHECK (case_copy > 0);
COMMENT ON COLUMN evidence.disclosure.case_copy IS 'Which copy of the case it was given out in; null where it was given out alone.';
GRANT INSERT (case_copy) ON evidence.disclosure TO romdoul_application;
