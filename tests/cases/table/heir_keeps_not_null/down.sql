\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.a ADD COLUMN x integer;
ALTER TABLE public.a ADD COLUMN y integer;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.a WHERE x IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of x of public.a: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.a WHERE y IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of y of public.a: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.a ADD CONSTRAINT pleat_not_null_x CHECK (x IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.a VALIDATE CONSTRAINT pleat_not_null_x;
BEGIN;
ALTER TABLE public.a ALTER COLUMN x SET NOT NULL;
ALTER TABLE public.a DROP CONSTRAINT pleat_not_null_x;
ALTER TABLE public.a ADD CONSTRAINT pleat_not_null_y CHECK (y IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.a VALIDATE CONSTRAINT pleat_not_null_y;
BEGIN;
ALTER TABLE public.a ALTER COLUMN y SET NOT NULL;
ALTER TABLE public.a DROP CONSTRAINT pleat_not_null_y;
COMMIT;
BEGIN;
DROP TABLE public.c;
COMMIT;
