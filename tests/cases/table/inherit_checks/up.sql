\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.p DROP CONSTRAINT c2;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.c WHERE NOT (b > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check c3 of public.c: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.p WHERE NOT (b > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check c3 of public.p: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.c WHERE NOT (a < 200)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check own of public.c: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM ONLY public.p WHERE NOT (a > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check c1 of public.p: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.c ADD CONSTRAINT c3 CHECK ((b > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT c3;
BEGIN;
ALTER TABLE public.p ADD CONSTRAINT c3 CHECK ((b > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.p VALIDATE CONSTRAINT c3;
BEGIN;
ALTER TABLE public.c DROP CONSTRAINT own;
ALTER TABLE public.c ADD CONSTRAINT own CHECK ((a < 200)) NOT VALID;
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT own;
BEGIN;
ALTER TABLE public.p DROP CONSTRAINT c1;
ALTER TABLE public.p ADD CONSTRAINT c1 CHECK ((a > 0)) NO INHERIT NOT VALID;
COMMIT;
ALTER TABLE public.p VALIDATE CONSTRAINT c1;
BEGIN;
ALTER TABLE public.d DROP CONSTRAINT c1;
COMMIT;
