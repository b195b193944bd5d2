-- An attempt is a fact also where there is no oversight agency yet. Nothing is opened then; the first one that there is reads of it.
ALTER TABLE oversight.break_glass_attempt ALTER COLUMN told DROP NOT NULL;
ALTER TABLE oversight.break_glass_attempt ADD CONSTRAINT break_glass_attempt_told_before CHECK (told IS NOT NULL OR NOT granted);
COMMENT ON COLUMN oversight.break_glass_attempt.told IS 'The oversight agency that is told; none where there was none yet, and then nothing was opened.';
CREATE POLICY untold ON oversight.break_glass_attempt FOR SELECT TO romdoul_application
    USING (told IS NULL AND EXISTS (SELECT FROM access.agency a WHERE a.kind = 'oversight' AND a.id = ANY (access.hats())));
