\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE c IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of c of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT goes NOT NULL c NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT goes;
BEGIN;
ALTER TABLE public.t RENAME CONSTRAINT b_given TO t_b_not_null;
COMMENT ON CONSTRAINT t_b_not_null ON public.t IS 'two';
ALTER TABLE public.t RENAME CONSTRAINT other TO given;
COMMIT;
