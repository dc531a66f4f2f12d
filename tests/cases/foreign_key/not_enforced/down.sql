\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE public.a IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.b DROP CONSTRAINT starts;
ALTER TABLE public.b ADD CONSTRAINT starts FOREIGN KEY (x) REFERENCES public.a(id) NOT ENFORCED;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.b f WHERE f.y IS NOT NULL AND NOT EXISTS (SELECT FROM public.a r WHERE r.id = f.y)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key stops of public.b: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.c DROP CONSTRAINT inline;
DROP TABLE public.c;
COMMIT;
BEGIN;
LOCK TABLE public.a IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.b DROP CONSTRAINT stops;
ALTER TABLE public.b ADD CONSTRAINT stops FOREIGN KEY (y) REFERENCES public.a(id) NOT VALID;
COMMIT;
ALTER TABLE public.b VALIDATE CONSTRAINT stops;
BEGIN;
LOCK TABLE public.a IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.b DROP CONSTRAINT fresh;
COMMIT;
