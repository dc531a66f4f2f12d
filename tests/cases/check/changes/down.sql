\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM ONLY public.t WHERE NOT (b > 1)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check same of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE NOT (a > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check pos of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT same;
ALTER TABLE public.t ADD CONSTRAINT same CHECK ((b > 1)) NO INHERIT NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT same;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT pos;
ALTER TABLE public.t ADD CONSTRAINT pos CHECK ((a > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pos;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT loose;
ALTER TABLE public.t ADD CONSTRAINT loose CHECK ((a < 10)) NOT VALID;
ALTER TABLE public.t DROP CONSTRAINT fresh;
COMMIT;
