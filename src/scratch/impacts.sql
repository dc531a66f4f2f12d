-- What this transaction holds so far, a row for each lock.
SELECT l.relation, l.mode, pg_catalog.pg_relation_filenode(l.relation), l.relation::pg_catalog.regclass::pg_catalog.text,
       pg_catalog.pg_stat_get_xact_numscans(l.relation)
FROM pg_catalog.pg_locks l
WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.relation >= 16384
