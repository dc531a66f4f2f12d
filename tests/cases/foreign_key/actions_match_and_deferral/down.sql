\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.c f WHERE (f.a, f.b) IS NOT NULL AND NOT EXISTS (SELECT FROM public.p r WHERE (r.a, r.b) = (f.a, f.b))' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key c_p of public.c: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.c DROP CONSTRAINT c_p;
ALTER TABLE public.c ADD CONSTRAINT c_p FOREIGN KEY (a, b) REFERENCES public.p(a, b) ON DELETE SET NULL NOT VALID;
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT c_p;
