\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT CURRENT_DATE;
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 1;
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE b IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of b of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_b CHECK (b IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_b;
BEGIN;
ALTER TABLE public.t ALTER COLUMN b SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_b;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
COMMIT;
