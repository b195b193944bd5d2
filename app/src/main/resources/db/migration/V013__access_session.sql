-- Spring Session's tables (their names and columns are its own), so that any node knows who is signed in.
CREATE TABLE access.session (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL UNIQUE,
    creation_time         bigint NOT NULL,
    last_access_time      bigint NOT NULL,
    max_inactive_interval int NOT NULL,
    expiry_time           bigint NOT NULL,
    principal_name        varchar(100)
);
COMMENT ON TABLE access.session IS 'Operational: who is signed in.';
COMMENT ON COLUMN access.session.primary_id IS 'Its id for the database.';
COMMENT ON COLUMN access.session.session_id IS 'What the cookie holds; changes at sign-in.';
COMMENT ON COLUMN access.session.creation_time IS 'Milliseconds since 1970.';
COMMENT ON COLUMN access.session.last_access_time IS 'Milliseconds since 1970.';
COMMENT ON COLUMN access.session.max_inactive_interval IS 'Seconds.';
COMMENT ON COLUMN access.session.expiry_time IS 'Milliseconds since 1970.';
COMMENT ON COLUMN access.session.principal_name IS 'The account, once she is signed in.';
CREATE INDEX session_expiry ON access.session (expiry_time);
CREATE INDEX session_principal ON access.session (principal_name);

CREATE TABLE access.session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES access.session ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
COMMENT ON TABLE access.session_attributes IS 'Operational: what a session remembers: account, sitting, lock, token of forms. Nothing that was typed.';
COMMENT ON COLUMN access.session_attributes.session_primary_id IS 'Whose.';
COMMENT ON COLUMN access.session_attributes.attribute_name IS 'Which.';
COMMENT ON COLUMN access.session_attributes.attribute_bytes IS 'Serialised.';
GRANT SELECT, INSERT, UPDATE, DELETE ON access.session, access.session_attributes TO romdoul_application;
