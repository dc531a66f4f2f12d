\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE public.r IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m1 DROP CONSTRAINT own;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.m f WHERE f.b IS NOT NULL AND NOT EXISTS (SELECT FROM public.r r WHERE r.id = f.b)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key whole of public.m: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
SELECT replace('ALTER TABLE {partition} ADD CONSTRAINT whole FOREIGN KEY (b) REFERENCES public.r(id) ON DELETE CASCADE NOT VALID', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT whole', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
LOCK TABLE public.r IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ADD CONSTRAINT whole FOREIGN KEY (b) REFERENCES public.r(id) ON DELETE CASCADE;
COMMIT;
BEGIN;
CREATE TABLE public.m3 PARTITION OF public.m FOR VALUES IN (3);
ALTER TABLE public.m3 OWNER TO postgres;
COMMIT;
