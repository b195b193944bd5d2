CREATE TABLE evidence.receipt (
    LIKE journal.fact INCLUDING ALL,
    subject     uuid NOT NULL REFERENCES evidence.exhibit,
    hand_over   uuid NOT NULL UNIQUE REFERENCES evidence.hand_over,
    giver       uuid NOT NULL REFERENCES access.account,
    outcome     text NOT NULL CHECK (outcome IN ('received', 'refused', 'withdrawn')),
    place       text CHECK (place ~ '^[A-Z0-9][A-Z0-9-]{0,15}$'),
    seal        text CHECK (seal ~ '^[A-Z0-9][A-Z0-9./-]{0,31}$'),
    found       text CHECK (found IN ('intact', 'opened', 'damaged', 'missing')),
    stored      text CHECK (stored IN ('intact', 'missing', 'differs')),
    CHECK ((outcome = 'withdrawn') = (found IS NULL)),
    CHECK ((outcome = 'withdrawn') = (actor = giver))
);
COMMENT ON TABLE evidence.receipt IS 'Fact: whoever an exhibit was given to says that she has it and how it is, or that she has not; or the giver takes the hand-over back.';
COMMENT ON COLUMN evidence.receipt.subject IS 'The exhibit.';
COMMENT ON COLUMN evidence.receipt.hand_over IS 'The hand-over.';
COMMENT ON COLUMN evidence.receipt.giver IS 'Who gave it.';
COMMENT ON COLUMN evidence.receipt.outcome IS 'received, refused or withdrawn.';
COMMENT ON COLUMN evidence.receipt.place IS 'Code of the place where it is kept now.';
COMMENT ON COLUMN evidence.receipt.seal IS 'Number on the seal as the receiver reads it; null: it has none.';
COMMENT ON COLUMN evidence.receipt.found IS 'How the receiver finds it.';
COMMENT ON COLUMN evidence.receipt.stored IS 'How the stored file was, hashed again at that moment; null where it is a thing.';
SELECT ledger.protect('evidence.receipt');
CREATE INDEX receipt_subject ON evidence.receipt (subject, recorded_at);
CREATE POLICY hands ON evidence.receipt FOR SELECT TO romdoul_application
    USING (EXISTS (SELECT 1 FROM evidence.hand_over h WHERE h.id = receipt.hand_over AND (access.hats())[1] IN (h.actor, h.receiver, h.witness)));

CREATE TABLE evidence.witnessing (
    LIKE journal.fact INCLUDING ALL,
    subject     uuid NOT NULL REFERENCES evidence.exhibit,
    hand_over   uuid NOT NULL UNIQUE REFERENCES evidence.hand_over
);
COMMENT ON TABLE evidence.witnessing IS 'Fact: the witness of a hand-over says that she saw it.';
COMMENT ON COLUMN evidence.witnessing.subject IS 'The exhibit.';
COMMENT ON COLUMN evidence.witnessing.hand_over IS 'The hand-over.';
SELECT ledger.protect('evidence.witnessing');
CREATE INDEX witnessing_subject ON evidence.witnessing (subject);
CREATE POLICY hands ON evidence.witnessing FOR SELECT TO romdoul_application
    USING (EXISTS (SELECT 1 FROM evidence.hand_over h WHERE h.id = witnessing.hand_over AND (access.hats())[1] IN (h.actor, h.receiver, h.witness)));
