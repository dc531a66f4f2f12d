\set ON_ERROR_STOP on
BEGIN;
DROP TABLE public.m3;
COMMIT;
BEGIN;
LOCK TABLE public.r IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m DROP CONSTRAINT whole;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.m1 f WHERE f.b IS NOT NULL AND NOT EXISTS (SELECT FROM public.r r WHERE r.id = f.b)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key own of public.m1: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE public.r IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.m1 ADD CONSTRAINT own FOREIGN KEY (b) REFERENCES public.r(id) NOT VALID;
COMMIT;
ALTER TABLE public.m1 VALIDATE CONSTRAINT own;
