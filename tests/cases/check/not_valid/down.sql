\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE NOT (a > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check c2 of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT c5;
ALTER TABLE public.t ADD CONSTRAINT c5 CHECK ((a > 5)) NOT VALID;
ALTER TABLE public.t DROP CONSTRAINT c2;
ALTER TABLE public.t ADD CONSTRAINT c2 CHECK ((a > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT c2;
BEGIN;
LOCK TABLE public.r IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.t DROP CONSTRAINT fk2;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT fk1;
ALTER TABLE public.t ADD CONSTRAINT fk1 FOREIGN KEY (b) REFERENCES public.r(id) NOT VALID;
ALTER TABLE public.t DROP CONSTRAINT c3;
ALTER TABLE public.t DROP CONSTRAINT c1;
ALTER TABLE public.t ADD CONSTRAINT c1 CHECK ((a > 0)) NOT VALID;
COMMIT;
BEGIN;
ALTER TABLE public.n DROP CONSTRAINT c4;
DROP TABLE public.n;
COMMIT;
