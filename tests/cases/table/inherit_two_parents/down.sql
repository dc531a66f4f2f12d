\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.c2 NO INHERIT public.q;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.q WHERE c IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of c of public.q: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.q DROP COLUMN b;
ALTER TABLE public.q ADD CONSTRAINT pleat_not_null_c CHECK (c IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.q VALIDATE CONSTRAINT pleat_not_null_c;
BEGIN;
ALTER TABLE public.q ALTER COLUMN c SET NOT NULL;
ALTER TABLE public.q DROP CONSTRAINT pleat_not_null_c;
COMMIT;
BEGIN;
ALTER TABLE public.p DROP COLUMN e;
COMMIT;
