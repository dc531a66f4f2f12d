\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY public.log IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.log ALTER COLUMN level SET DEFAULT 1;
ALTER TABLE public.log ADD COLUMN at timestamp with time zone DEFAULT now() NOT NULL;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.log WHERE id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of id of public.log: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.log_default WHERE NOT ((level > 1) AND ((msg)::text <> ''''::text))' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check only_errors of public.log_default: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE ONLY public.log IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.log ADD CONSTRAINT pleat_not_null_id CHECK (id IS NOT NULL) NOT VALID;
COMMIT;
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT pleat_not_null_id', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.log') WHERE isleaf)
OR (c.oid = 'public.log'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
ALTER TABLE public.log VALIDATE CONSTRAINT pleat_not_null_id;
BEGIN;
LOCK TABLE ONLY public.log IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.log ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.log DROP CONSTRAINT pleat_not_null_id;
COMMIT;
BEGIN;
ALTER TABLE public.log DETACH PARTITION public.log_0;
ALTER TABLE public.log ATTACH PARTITION public.log_0 FOR VALUES IN ('0');
COMMIT;
BEGIN;
LOCK TABLE ONLY public.log IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.log_msg;
ALTER TABLE public.log ALTER COLUMN msg TYPE character varying(1000) USING msg::character varying(1000);
COMMIT;
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (msg, at)', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.log') WHERE isleaf)
OR (c.oid = 'public.log'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (msg, at)')) = ' USING btree (msg, at)')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.log IN SHARE MODE;
CREATE INDEX log_msg_at ON public.log (msg, at);
COMMIT;
BEGIN;
CREATE TABLE public.log_1 PARTITION OF public.log FOR VALUES IN ('1');
ALTER TABLE public.log_1 OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.log_default DROP CONSTRAINT only_errors;
ALTER TABLE public.log_default ADD CONSTRAINT only_errors CHECK (((level > 1) AND ((msg)::text <> ''::text))) NOT VALID;
COMMIT;
ALTER TABLE public.log_default VALIDATE CONSTRAINT only_errors;
