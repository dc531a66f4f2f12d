\set ON_ERROR_STOP on
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (v)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.p') WHERE isleaf)
OR (c.oid = 'public.p'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (v)')) = ' USING btree (v)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
CREATE INDEX pleat_old_p_v ON public.p (v);
COMMIT;
CREATE INDEX CONCURRENTLY p2_local ON public.p2 (lower(v));
BEGIN;
LOCK TABLE ONLY public.p IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.p_id;
DROP INDEX public.p_v;
ALTER INDEX public.pleat_old_p_v RENAME TO p_v;
COMMIT;
DROP INDEX CONCURRENTLY public.p1b_local;
BEGIN;
LOCK TABLE ONLY public.p1 IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.p1_local;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.p DROP COLUMN n;
COMMIT;
