\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.c WHERE NOT (length(a) > 2)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check a_long of public.c: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.c WHERE NOT (b > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check b_pos of public.c: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.c WHERE id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of id of public.c: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.c ADD CONSTRAINT a_long CHECK ((length(a) > 2)) NOT VALID;
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT a_long;
BEGIN;
ALTER TABLE public.c ADD CONSTRAINT b_pos CHECK ((b > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT b_pos;
BEGIN;
ALTER TABLE public.c ADD CONSTRAINT pleat_not_null_id CHECK (id IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT pleat_not_null_id;
BEGIN;
ALTER TABLE public.c ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.c DROP CONSTRAINT pleat_not_null_id;
ALTER TABLE public.c INHERIT public.p;
ALTER TABLE public.c INHERIT public.q;
COMMIT;
