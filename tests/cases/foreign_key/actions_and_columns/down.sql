\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.c f WHERE NOT ((f.a, f.b) IS NULL) AND NOT EXISTS (SELECT FROM public.p r WHERE (r.a, r.b) = (f.a, f.b))' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key k2 of public.c: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.c DROP CONSTRAINT k2;
ALTER TABLE public.c ADD CONSTRAINT k2 FOREIGN KEY (a, b) REFERENCES public.p(a, b) MATCH FULL ON UPDATE CASCADE NOT VALID;
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT k2;
BEGIN;
LOCK TABLE public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.c DROP CONSTRAINT k1;
ALTER TABLE public.c ADD CONSTRAINT k1 FOREIGN KEY (a, b) REFERENCES public.p(a, b) ON DELETE SET NULL NOT VALID;
COMMENT ON CONSTRAINT k1 ON public.c IS 'first';
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT k1;
BEGIN;
ALTER TABLE public.c DROP CONSTRAINT k3;
ALTER TABLE public.c ADD CONSTRAINT k3 FOREIGN KEY (b, a) REFERENCES public.p(b, a) NOT VALID;
ALTER TABLE public.c ALTER CONSTRAINT k4 DEFERRABLE;
COMMENT ON CONSTRAINT k4 ON public.c IS NULL;
COMMIT;
