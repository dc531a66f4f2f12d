\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.p ALTER COLUMN a SET DEFAULT 5;
GRANT SELECT (b) ON TABLE public.p TO case_reader;
COMMENT ON COLUMN public.p.b IS 'of the partition';
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.p WHERE NOT (a < 100)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check small of public.p: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.p ADD CONSTRAINT pleat_not_null_b CHECK (b IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.p VALIDATE CONSTRAINT pleat_not_null_b;
BEGIN;
ALTER TABLE public.p ALTER COLUMN b SET NOT NULL;
ALTER TABLE public.p DROP CONSTRAINT pleat_not_null_b;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.p WHERE b IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of b of public.p: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.p ALTER COLUMN b SET STORAGE EXTERNAL;
ALTER TABLE public.p ALTER COLUMN b SET STATISTICS 7;
ALTER TABLE public.p ALTER COLUMN c DROP DEFAULT;
ALTER TABLE public.p ADD CONSTRAINT small CHECK ((a < 100)) NOT VALID;
COMMIT;
ALTER TABLE public.p VALIDATE CONSTRAINT small;
CREATE INDEX CONCURRENTLY p_b ON public.p (b);
