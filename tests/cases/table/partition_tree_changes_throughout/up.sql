\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ADD COLUMN note text;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with (id, day, kind) = '' || min((id, day, kind)::text) FROM public.m WHERE v IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of v of public.m: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.m_2025 DETACH PARTITION public.m_2025_a;
ALTER TABLE public.m_2025 ATTACH PARTITION public.m_2025_a FOR VALUES IN ('a', 'b');
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.m_v;
ALTER TABLE public.m ALTER COLUMN v TYPE bigint USING v::bigint;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with (id, day, kind) = '' || min((id, day, kind)::text) FROM public.m WHERE NOT (v >= 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check m_v_check of public.m: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ADD CONSTRAINT pleat_not_null_v CHECK (v IS NOT NULL) NOT VALID;
ALTER TABLE public.m VALIDATE CONSTRAINT pleat_not_null_v;
ALTER TABLE public.m ALTER COLUMN v SET NOT NULL;
ALTER TABLE public.m DROP CONSTRAINT pleat_not_null_v;
ALTER TABLE public.m ALTER COLUMN v SET DEFAULT 0;
ALTER TABLE public.m ADD CONSTRAINT m_v_check CHECK ((v >= 0)) NOT VALID;
CREATE INDEX m_v ON public.m (v, note);
COMMIT;
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT m_v_check', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
ALTER TABLE public.m VALIDATE CONSTRAINT m_v_check;
BEGIN;
CREATE TABLE public.m_2026 PARTITION OF public.m FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE public.m_2026 OWNER TO postgres;
CREATE INDEX m_2026_note ON public.m_2026 (note);
COMMIT;
