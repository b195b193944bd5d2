CREATE SCHEMA publication;
COMMENT ON SCHEMA publication IS 'Results that were released: counts and pictures, nobody in them.';
GRANT USAGE ON SCHEMA publication TO romdoul_application, romdoul_auditor;

CREATE TABLE publication.release (
    LIKE journal.fact INCLUDING ALL,
    code     text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    docket   text,
    censored journal.edtf NOT NULL,
    log_size bigint NOT NULL CHECK (log_size > 0),
    log_root text NOT NULL,
    log_at   timestamptz NOT NULL,
    sha256   text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE publication.release IS 'Fact: results are released, as they stood at a position of the log; it is its own scope.';
COMMENT ON COLUMN publication.release.code IS 'What addresses call it.';
COMMENT ON COLUMN publication.release.docket IS 'Code of the docket; null: the cases worked here.';
COMMENT ON COLUMN publication.release.censored IS 'Until when cases were watched, EDTF.';
COMMENT ON COLUMN publication.release.log_size IS 'Sealed facts at that position.';
COMMENT ON COLUMN publication.release.log_root IS 'Their root hash, in base64.';
COMMENT ON COLUMN publication.release.log_at IS 'When that position was sealed.';
COMMENT ON COLUMN publication.release.sha256 IS 'Of the files of its figures, one after the other in the order of their keys.';
SELECT ledger.protect('publication.release', readers => 'everyone');

CREATE TABLE publication.release_figure (
    LIKE journal.fact INCLUDING ALL,
    figure   text NOT NULL CHECK (figure ~ '^[a-z]+$'),
    place    int NOT NULL,
    language text NOT NULL CHECK (language IN ('en', 'km', 'vi')),
    finding  text,
    picture  text,
    shown    text NOT NULL,
    notes    text NOT NULL,
    data     text NOT NULL,
    CHECK ((finding IS NULL) = (picture IS NULL))
);
COMMENT ON TABLE publication.release_figure IS 'Fact: one figure of a release, in one language; its scope is the release.';
COMMENT ON COLUMN publication.release_figure.figure IS 'What addresses and messages call it.';
COMMENT ON COLUMN publication.release_figure.place IS 'Its place on the page.';
COMMENT ON COLUMN publication.release_figure.language IS 'Of the words.';
COMMENT ON COLUMN publication.release_figure.finding IS 'The sentence above the picture; null where nothing could be shown.';
COMMENT ON COLUMN publication.release_figure.picture IS 'The picture, SVG.';
COMMENT ON COLUMN publication.release_figure.shown IS 'The numbers as they are read, CSV; empty where nothing could be shown.';
COMMENT ON COLUMN publication.release_figure.notes IS 'One line a sentence: method, limits, or why there is nothing.';
COMMENT ON COLUMN publication.release_figure.data IS 'The numbers unrounded, CSV, the same in every language.';
CREATE UNIQUE INDEX release_figure_once ON publication.release_figure (scope, figure, language);
SELECT ledger.protect('publication.release_figure', readers => 'everyone');
