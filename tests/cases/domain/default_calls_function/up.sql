\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
SELECT pg_catalog.setval('public.ids', 2147483647) FROM public.ids WHERE last_value > 2147483647;
ALTER SEQUENCE public.ids AS integer;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.next_code()
 RETURNS text
 LANGUAGE sql
AS $function$ select 'd' || nextval('ids') $function$;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE code IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of code of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_code CHECK (code IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_code;
BEGIN;
ALTER TABLE public.t ALTER COLUMN code SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_code;
COMMIT;
