\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE public.a IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.b ADD CONSTRAINT fresh FOREIGN KEY (z) REFERENCES public.a(id) ON DELETE CASCADE NOT ENFORCED;
COMMIT;
BEGIN;
LOCK TABLE public.a IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.b ALTER CONSTRAINT stops NOT ENFORCED;
COMMIT;
BEGIN;
CREATE TABLE public.c (
    x integer
);
ALTER TABLE public.c OWNER TO postgres;
ALTER TABLE public.c ADD CONSTRAINT inline FOREIGN KEY (x) REFERENCES public.a(id) NOT ENFORCED;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.b f WHERE f.x IS NOT NULL AND NOT EXISTS (SELECT FROM public.a r WHERE r.id = f.x)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key starts of public.b: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE public.a IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.b DROP CONSTRAINT starts;
ALTER TABLE public.b ADD CONSTRAINT starts FOREIGN KEY (x) REFERENCES public.a(id) NOT VALID;
COMMIT;
ALTER TABLE public.b VALIDATE CONSTRAINT starts;
