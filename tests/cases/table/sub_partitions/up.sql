\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ALTER COLUMN c SET DEFAULT 'x'::text;
ALTER TABLE public.m ADD COLUMN d integer;
COMMIT;
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (d, lower(c))', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (d, lower(c))')) = ' USING btree (d, lower(c))')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE ONLY public.m IN SHARE MODE;
CREATE INDEX m_d ON public.m (d, lower(c));
COMMIT;
BEGIN;
CREATE TABLE public.m1c PARTITION OF public.m1 FOR VALUES IN (2) PARTITION BY HASH (a);
ALTER TABLE public.m1c OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.m1c0 PARTITION OF public.m1c FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE public.m1c0 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.m1c1 PARTITION OF public.m1c FOR VALUES WITH (modulus 2, remainder 1);
ALTER TABLE public.m1c1 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.mrest PARTITION OF public.m DEFAULT;
ALTER TABLE public.mrest OWNER TO postgres;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.m WHERE a IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of a of public.m: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ADD CONSTRAINT pleat_not_null_a CHECK (a IS NOT NULL) NOT VALID;
COMMIT;
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT pleat_not_null_a', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
ALTER TABLE public.m VALIDATE CONSTRAINT pleat_not_null_a;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ALTER COLUMN a SET NOT NULL;
ALTER TABLE public.m DROP CONSTRAINT pleat_not_null_a;
COMMIT;
BEGIN;
DROP TABLE public.m1b;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.m_c;
COMMIT;
