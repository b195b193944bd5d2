-- What an exhibit is called outside its case, for those who hold it and may not read the case.
ALTER TABLE evidence.exhibit ADD COLUMN code text CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-E[1-9][0-9]{0,5}$');
COMMENT ON COLUMN evidence.exhibit.code IS 'The case''s code and the label, as printed on its label.';
GRANT INSERT (code) ON evidence.exhibit TO romdoul_application;

CREATE TABLE evidence.hand_over (
    LIKE journal.fact INCLUDING ALL,
    subject     uuid NOT NULL REFERENCES evidence.exhibit,
    follows     uuid NOT NULL UNIQUE,
    receiver    uuid REFERENCES access.account,
    ended       text CHECK (ended IN ('returned', 'destroyed', 'forfeited', 'passed-on')),
    order_words vault.ref,
    witness     uuid REFERENCES access.account,
    reason      text NOT NULL CHECK (reason IN ('storage', 'examination', 'court', 'transport', 'shift', 'end', 'other')),
    place       text CHECK (place ~ '^[A-Z0-9][A-Z0-9-]{0,15}$'),
    seal        text CHECK (seal ~ '^[A-Z0-9][A-Z0-9./-]{0,31}$'),
    found       text NOT NULL CHECK (found IN ('intact', 'opened', 'damaged')),
    CHECK ((receiver IS NULL) = (ended IS NOT NULL)),
    CHECK (ended IS NULL OR (order_words IS NOT NULL AND witness IS NOT NULL AND reason = 'end')),
    CHECK (receiver <> actor),
    CHECK (witness <> actor AND witness IS DISTINCT FROM receiver)
);
COMMENT ON TABLE evidence.hand_over IS 'Fact: who holds an exhibit gives it to somebody, who has to say that she has it; or it leaves custody on an order.';
COMMENT ON COLUMN evidence.hand_over.subject IS 'The exhibit.';
COMMENT ON COLUMN evidence.hand_over.follows IS 'The step of its custody that this follows: its own fact, or the last answer to a hand-over. Nothing is handed over twice.';
COMMENT ON COLUMN evidence.hand_over.receiver IS 'To whom; null where it leaves custody.';
COMMENT ON COLUMN evidence.hand_over.ended IS 'How it leaves custody.';
COMMENT ON COLUMN evidence.hand_over.order_words IS 'On whose order it leaves, and to whom, sealed under the case''s key.';
COMMENT ON COLUMN evidence.hand_over.witness IS 'Who is asked to say that she saw it.';
COMMENT ON COLUMN evidence.hand_over.reason IS 'What for.';
COMMENT ON COLUMN evidence.hand_over.place IS 'Code of the place it goes to.';
COMMENT ON COLUMN evidence.hand_over.seal IS 'Number on its seal as it is given; null: it has none.';
COMMENT ON COLUMN evidence.hand_over.found IS 'How it is as it is given.';
SELECT ledger.protect('evidence.hand_over');
CREATE INDEX hand_over_subject ON evidence.hand_over (subject, recorded_at);
CREATE INDEX hand_over_receiver ON evidence.hand_over (receiver, recorded_at DESC);
CREATE INDEX hand_over_actor ON evidence.hand_over (actor, recorded_at DESC);
CREATE INDEX hand_over_witness ON evidence.hand_over (witness, recorded_at DESC) WHERE witness IS NOT NULL;
CREATE INDEX exhibit_actor ON evidence.exhibit (actor, recorded_at DESC);

-- A store room or a laboratory holds exhibits of cases that it may not read: it sees its own hand-overs, and of the exhibit the codes.
CREATE POLICY hands ON evidence.hand_over FOR SELECT TO romdoul_application
    USING ((access.hats())[1] IN (actor, receiver, witness));
CREATE POLICY hands ON evidence.exhibit FOR SELECT TO romdoul_application
    USING (actor = (access.hats())[1]
           OR EXISTS (SELECT 1 FROM evidence.hand_over h
                       WHERE h.subject = exhibit.id AND (access.hats())[1] IN (h.actor, h.receiver, h.witness)));
