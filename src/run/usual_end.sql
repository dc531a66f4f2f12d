-- How most revisions end: their last step is a transaction and writes this with its own commit. The fence gives NULL, which run_id cannot be.
PREPARE {name} (pg_catalog.text, pg_catalog.text, pg_catalog.text, pg_catalog.text, pg_catalog.int4, pg_catalog.text, pg_catalog.int8) AS
WITH applied AS (
    INSERT INTO {tables}version (id, phase, checksum, file_digest) VALUES ($1, $2, $3, $4)
    ON CONFLICT (id) DO UPDATE SET checksum = excluded.checksum, file_digest = excluded.file_digest)
INSERT INTO {tables}journal (run_id, revision, direction, step, kind, statement_hash, checksum, state, finished, rows, os_user, host, pleat_version, git_commit)
SELECT (SELECT run_id FROM {tables}runner WHERE run_id = $7 FOR SHARE), $1, 'up', row.step, row.kind, row.hash, $3, 'done', pg_catalog.clock_timestamp(), 0, {who}
FROM (VALUES ($5, 'transaction', $6), (0, 'revision', NULL)) AS row (step, kind, hash)
