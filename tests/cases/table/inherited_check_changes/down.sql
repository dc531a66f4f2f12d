\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.g NO INHERIT public.base;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.g WHERE NOT (a > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check base_a_check of public.g: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.base WHERE NOT (a > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check base_a_check of public.base: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.g DROP CONSTRAINT base_a_check;
ALTER TABLE public.g ADD CONSTRAINT base_a_check CHECK ((a > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.g VALIDATE CONSTRAINT base_a_check;
BEGIN;
ALTER TABLE public.base DROP CONSTRAINT base_a_check;
ALTER TABLE public.base ADD CONSTRAINT base_a_check CHECK ((a > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.base VALIDATE CONSTRAINT base_a_check;
BEGIN;
ALTER TABLE public.f ADD CONSTRAINT base_a_check CHECK ((a > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.f VALIDATE CONSTRAINT base_a_check;
BEGIN;
ALTER TABLE public.f ALTER COLUMN b SET DEFAULT 1;
ALTER TABLE public.f INHERIT public.base;
COMMIT;
BEGIN;
ALTER TABLE public.g ALTER COLUMN b SET DEFAULT 1;
COMMIT;
BEGIN;
ALTER TABLE public.base ALTER COLUMN b SET DEFAULT 1;
COMMIT;
