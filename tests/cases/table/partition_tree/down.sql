\set ON_ERROR_STOP on
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (at)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (at)')) = ' USING btree (at)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
CREATE INDEX pleat_old_m_at ON public.m (at);
COMMIT;
BEGIN;
DROP TABLE public.m_rest;
COMMIT;
BEGIN;
DROP TABLE public.m_2026_b;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.m_at;
ALTER INDEX public.pleat_old_m_at RENAME TO m_at;
COMMIT;
BEGIN;
ALTER TABLE public.m_2026_a DROP CONSTRAINT positive;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m DROP CONSTRAINT m_pkey;
ALTER TABLE public.m ALTER COLUMN v DROP DEFAULT;
ALTER TABLE public.m ALTER COLUMN v TYPE numeric USING v::numeric;
ALTER TABLE public.m ALTER COLUMN kind DROP NOT NULL;
ALTER TABLE public.m ALTER COLUMN id DROP NOT NULL;
COMMIT;
BEGIN;
REVOKE ALL ON TABLE public.m_2026 FROM case_reader;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m DROP COLUMN note;
COMMIT;
