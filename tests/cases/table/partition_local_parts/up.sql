\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.m1 RESET (fillfactor);
ALTER TABLE public.m1 SET (fillfactor='80');
ALTER TABLE public.m1 ALTER COLUMN b SET DEFAULT 2;
ALTER TABLE public.m1 ALTER COLUMN c SET STORAGE EXTERNAL;
COMMIT;
CREATE INDEX CONCURRENTLY m2_b ON public.m2 (b);
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER whole ON public.m;
CREATE TRIGGER whole AFTER INSERT OR DELETE ON public.m FOR EACH ROW EXECUTE FUNCTION public.f();
COMMIT;
BEGIN;
ALTER TABLE public.m1 DISABLE TRIGGER whole;
DROP TRIGGER tr ON public.m1;
CREATE TRIGGER tr BEFORE UPDATE ON public.m1 FOR EACH ROW EXECUTE FUNCTION public.f();
ALTER TABLE public.m1 ADD CONSTRAINT pleat_not_null_b CHECK (b IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.m1 VALIDATE CONSTRAINT pleat_not_null_b;
BEGIN;
ALTER TABLE public.m1 ALTER COLUMN b SET NOT NULL;
ALTER TABLE public.m1 DROP CONSTRAINT pleat_not_null_b;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.m1 WHERE b IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of b of public.m1: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.m1 ALTER COLUMN b SET STATISTICS 77;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.m1 WHERE NOT (b > 1)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check own of public.m1: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
CREATE INDEX CONCURRENTLY m1_c ON public.m1 (c) WHERE (b > 0);
DROP INDEX CONCURRENTLY public.m1_b;
BEGIN;
ALTER TABLE public.m1 DROP CONSTRAINT own;
ALTER TABLE public.m1 ADD CONSTRAINT own CHECK ((b > 1)) NOT VALID;
COMMIT;
ALTER TABLE public.m1 VALIDATE CONSTRAINT own;
