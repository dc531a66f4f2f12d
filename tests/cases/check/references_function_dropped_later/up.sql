\set ON_ERROR_STOP on
SET check_function_bodies = off;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM ONLY public.t WHERE NOT (n < 100)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check small of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE NOT ((n % 2) = 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check even of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT small CHECK ((n < 100)) NO INHERIT NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT small;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT even;
DROP FUNCTION public.is_even(integer);
ALTER TABLE public.t ADD CONSTRAINT even CHECK (((n % 2) = 0)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT even;
