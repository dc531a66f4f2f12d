\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.log_default WHERE NOT (level > 1)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check only_errors of public.log_default: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
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
ALTER TABLE public.log_default ADD CONSTRAINT only_errors CHECK ((level > 1)) NOT VALID;
COMMIT;
ALTER TABLE public.log_default VALIDATE CONSTRAINT only_errors;
BEGIN;
DROP TABLE public.log_1;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.log IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.log_msg_at;
ALTER TABLE public.log ALTER COLUMN msg TYPE text USING msg::text;
CREATE INDEX log_msg ON public.log (msg);
COMMIT;
BEGIN;
ALTER TABLE public.log DETACH PARTITION public.log_0;
ALTER TABLE public.log ATTACH PARTITION public.log_0 FOR VALUES IN ('0', '1');
COMMIT;
BEGIN;
LOCK TABLE ONLY public.log IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.log ALTER COLUMN id DROP NOT NULL;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.log IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.log DROP COLUMN at;
ALTER TABLE public.log ALTER COLUMN level SET DEFAULT 0;
COMMIT;
