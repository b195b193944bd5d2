CREATE TABLE evidence.upload (
    id          uuid PRIMARY KEY,
    scope       uuid NOT NULL,
    account     uuid NOT NULL,
    length      bigint NOT NULL CHECK (length > 0),
    begun       timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE evidence.upload IS 'Operational: a file that comes in pieces over a bad line. Its name comes only with the form that makes it an exhibit.';
COMMENT ON COLUMN evidence.upload.id IS 'Chosen by the sender, so that she finds it again.';
COMMENT ON COLUMN evidence.upload.scope IS 'The case.';
COMMENT ON COLUMN evidence.upload.account IS 'Who sends it; nobody else sees it.';
COMMENT ON COLUMN evidence.upload.length IS 'How many bytes it will be.';
COMMENT ON COLUMN evidence.upload.begun IS 'When; after a week it is forgotten.';

CREATE TABLE evidence.upload_piece (
    upload      uuid NOT NULL REFERENCES evidence.upload ON DELETE CASCADE,
    start       bigint NOT NULL CHECK (start >= 0),
    piece       blobs.ref NOT NULL,
    PRIMARY KEY (upload, start)
);
COMMENT ON TABLE evidence.upload_piece IS 'Operational: a piece that is safe. Two that begin at the same place cannot both be.';
COMMENT ON COLUMN evidence.upload_piece.upload IS 'Of which upload.';
COMMENT ON COLUMN evidence.upload_piece.start IS 'Where in the file it begins.';
COMMENT ON COLUMN evidence.upload_piece.piece IS 'The piece, as it is stored.';

ALTER TABLE evidence.upload ENABLE ROW LEVEL SECURITY;
CREATE POLICY senders ON evidence.upload TO romdoul_application
    USING (account = (access.hats())[1] AND access.may_read(scope) OR begun < clock_timestamp() - interval '7 days') WITH CHECK (true);
CREATE POLICY auditor ON evidence.upload FOR SELECT TO romdoul_auditor USING (true);
ALTER TABLE evidence.upload_piece ENABLE ROW LEVEL SECURITY;
CREATE POLICY senders ON evidence.upload_piece TO romdoul_application
    USING (EXISTS (SELECT 1 FROM evidence.upload u WHERE u.id = upload_piece.upload)) WITH CHECK (true);
CREATE POLICY auditor ON evidence.upload_piece FOR SELECT TO romdoul_auditor USING (true);
GRANT SELECT, INSERT, DELETE ON evidence.upload, evidence.upload_piece TO romdoul_application;
GRANT SELECT ON evidence.upload, evidence.upload_piece TO romdoul_auditor;
