-- Whoever proposed or offered something is told what became of it, also when the case is no longer hers to read.
CREATE INDEX closing_actor ON cases.closing (actor, recorded_at DESC);
CREATE INDEX transfer_actor ON cases.transfer (actor, recorded_at DESC);
CREATE POLICY asker ON cases.transfer FOR SELECT TO romdoul_application USING (actor = (access.hats())[1]);
CREATE POLICY asker ON cases.transfer_answer FOR SELECT TO romdoul_application
    USING (EXISTS (SELECT 1 FROM cases.transfer t WHERE t.id = transfer AND t.actor = (access.hats())[1]));
