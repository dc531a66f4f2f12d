CREATE TABLE {tables}version (
    id text PRIMARY KEY,
    phase text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    checksum text NOT NULL,
    applied_by text NOT NULL DEFAULT session_user,
    file_digest text
);
CREATE TABLE {tables}journal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id bigint NOT NULL,
    revision text NOT NULL,
    direction text NOT NULL,
    step integer NOT NULL,
    kind text NOT NULL,
    statement_hash text,
    checksum text NOT NULL,
    state text NOT NULL CHECK (state IN ('started', 'done', 'failed')),
    started timestamptz NOT NULL DEFAULT now(),
    finished timestamptz,
    key text,
    rows bigint,
    error text,
    db_user text NOT NULL DEFAULT session_user,
    os_user text,
    host text,
    pleat_version text,
    git_commit text
);
CREATE TABLE {tables}runner (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    run_id bigint NOT NULL
);
INSERT INTO {tables}runner (run_id) VALUES (0);
COMMENT ON TABLE {tables}version IS 'pleat: one row for each applied revision';
COMMENT ON COLUMN {tables}version.checksum IS 'of the file that was applied: an edited one is refused';
COMMENT ON COLUMN {tables}version.file_digest IS 'of the file then, to the letter: while it is the same, the file is not looked into';
COMMENT ON TABLE {tables}journal IS 'pleat: what ran, one row a step; a transactional step wrote its row in its own commit';
COMMENT ON COLUMN {tables}journal.direction IS 'up, down, or stamp';
COMMENT ON COLUMN {tables}journal.step IS 'from 1; 0 ends a revision: what stands before it is history';
COMMENT ON COLUMN {tables}journal.key IS 'how far a backfill came, or the partition';
COMMENT ON TABLE {tables}runner IS 'pleat: the newest run; a run with another number is fenced off';
