\set ON_ERROR_STOP on
BEGIN;
COMMENT ON CONSTRAINT k4 ON public.c IS 'fourth';
ALTER TABLE public.c ALTER CONSTRAINT k4 DEFERRABLE INITIALLY DEFERRED;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.c f WHERE (f.a, f.b) IS NOT NULL AND NOT EXISTS (SELECT FROM public.p r WHERE (r.a, r.b) = (f.a, f.b))' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key k2 of public.c: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.c VALIDATE CONSTRAINT k3;
COMMIT;
BEGIN;
LOCK TABLE public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.c DROP CONSTRAINT k1;
ALTER TABLE public.c ADD CONSTRAINT k1 FOREIGN KEY (a, b) REFERENCES public.p(a, b) ON DELETE SET NULL (b) NOT VALID;
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT k1;
BEGIN;
LOCK TABLE public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.c DROP CONSTRAINT k2;
ALTER TABLE public.c ADD CONSTRAINT k2 FOREIGN KEY (a, b) REFERENCES public.p(a, b) ON UPDATE SET DEFAULT ON DELETE RESTRICT NOT VALID;
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT k2;
