-- Exclusion and emergencies are read by other people than the case: they become a room of their own. No page and no
-- command has ever written these tables; where one holds a row all the same, its leaves name its old place, and it must not move.
DO $$
DECLARE
    fact text;
    held boolean;
BEGIN
    FOREACH fact IN ARRAY ARRAY['exclusion', 'exclusion_end', 'break_glass_attempt', 'break_glass'] LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM cases.%I)', fact) INTO held;
        IF held THEN RAISE EXCEPTION 'cases.% holds facts and cannot move', fact; END IF;
    END LOOP;
END $$;

CREATE SCHEMA oversight;
COMMENT ON SCHEMA oversight IS 'Who is kept out of a case, who opened one in an emergency, and what the oversight agency asks about it.';
GRANT USAGE ON SCHEMA oversight TO romdoul_application, romdoul_auditor;

ALTER TABLE cases.exclusion SET SCHEMA oversight;
ALTER TABLE cases.exclusion_end SET SCHEMA oversight;
ALTER TABLE cases.break_glass_attempt SET SCHEMA oversight;
ALTER TABLE cases.break_glass SET SCHEMA oversight;
ALTER FUNCTION cases.at_most_three_hours() SET SCHEMA oversight;
COMMENT ON COLUMN oversight.exclusion.reason IS 'Why; org.romdoul.oversight.Exclusion.Reason.';
COMMENT ON COLUMN oversight.break_glass_attempt.reason IS 'Her reason; org.romdoul.oversight.BreakGlass.Reason.';

-- Who tried finds her own attempt again, when her form arrives twice.
CREATE POLICY own ON oversight.break_glass_attempt FOR SELECT TO romdoul_application USING (actor = (access.hats())[1]);
