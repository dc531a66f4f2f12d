\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.p1 RESET (fillfactor);
ALTER TABLE public.p1 SET (fillfactor='80', autovacuum_enabled='off');
ALTER TABLE public.p1 REPLICA IDENTITY NOTHING;
ALTER TABLE public.p1 ALTER COLUMN t SET STATISTICS 6;
COMMIT;
BEGIN;
ALTER TABLE public.p2 DISABLE ROW LEVEL SECURITY;
ALTER TABLE public.p2 ALTER COLUMN t SET DEFAULT 'zwei'::text;
COMMIT;
BEGIN;
ALTER TABLE public.p2 FORCE ROW LEVEL SECURITY;
COMMIT;
BEGIN;
ALTER TABLE public.p3 SET LOGGED;
ALTER TABLE public.p3 ADD CONSTRAINT pleat_not_null_t CHECK (t IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.p3 VALIDATE CONSTRAINT pleat_not_null_t;
BEGIN;
ALTER TABLE public.p3 ALTER COLUMN t SET NOT NULL;
ALTER TABLE public.p3 DROP CONSTRAINT pleat_not_null_t;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.p3 WHERE t IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of t of public.p3: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.p3 ALTER COLUMN t SET STORAGE EXTERNAL;
COMMIT;
