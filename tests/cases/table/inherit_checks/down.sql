\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.p WHERE NOT (a > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check c1 of public.p: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.c WHERE NOT (a < 100)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check own of public.c: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.d WHERE NOT (a > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check c1 of public.d: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.d ADD CONSTRAINT c1 CHECK ((a > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.d VALIDATE CONSTRAINT c1;
BEGIN;
ALTER TABLE public.p DROP CONSTRAINT c1;
ALTER TABLE public.p ADD CONSTRAINT c1 CHECK ((a > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.p VALIDATE CONSTRAINT c1;
BEGIN;
ALTER TABLE public.c DROP CONSTRAINT own;
ALTER TABLE public.c ADD CONSTRAINT own CHECK ((a < 100)) NOT VALID;
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT own;
BEGIN;
ALTER TABLE public.p DROP CONSTRAINT c3;
COMMIT;
BEGIN;
ALTER TABLE public.c DROP CONSTRAINT c3;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM ONLY public.p WHERE NOT (b > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check c2 of public.p: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.p ADD CONSTRAINT c2 CHECK ((b > 0)) NO INHERIT NOT VALID;
COMMIT;
ALTER TABLE public.p VALIDATE CONSTRAINT c2;
