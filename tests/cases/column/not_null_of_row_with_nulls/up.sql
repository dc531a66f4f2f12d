\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE p IS NOT DISTINCT FROM NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of p of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_p CHECK (p IS DISTINCT FROM NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_p;
BEGIN;
ALTER TABLE public.t ALTER COLUMN p SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_p;
COMMIT;
