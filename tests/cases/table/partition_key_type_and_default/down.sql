\set ON_ERROR_STOP on
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (msg)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.log') WHERE isleaf)
OR (c.oid = 'public.log'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (msg)')) = ' USING btree (msg)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
ALTER TABLE public.log_default DROP CONSTRAINT only_errors;
ALTER TABLE public.log_default ADD CONSTRAINT only_errors CHECK ((level > 1));
COMMIT;
BEGIN;
DROP TABLE public.log_1;
COMMIT;
BEGIN;
DROP INDEX public.log_msg_at;
ALTER TABLE public.log ALTER COLUMN msg TYPE text USING msg::text;
CREATE INDEX log_msg ON public.log (msg);
COMMIT;
BEGIN;
ALTER TABLE public.log DETACH PARTITION public.log_0;
ALTER TABLE public.log ATTACH PARTITION public.log_0 FOR VALUES IN ('0', '1');
COMMIT;
BEGIN;
ALTER TABLE public.log ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.log DROP COLUMN at;
ALTER TABLE public.log ALTER COLUMN level SET DEFAULT 0;
COMMIT;
