\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN a integer;
COMMENT ON COLUMN public.t.a IS 'first';
ALTER TABLE public.t ADD COLUMN b text DEFAULT 'b'::text NOT NULL;
GRANT SELECT (b) ON TABLE public.t TO case_reader;
ALTER TABLE public.t ADD COLUMN c date DEFAULT now();
ALTER TABLE public.t ADD COLUMN d integer;
ALTER TABLE public.t ADD COLUMN e integer[] DEFAULT '{1,2}'::integer[];
ALTER TABLE public.t ADD COLUMN f text COLLATE pg_catalog."C";
ALTER TABLE public.t ADD COLUMN g integer;
ALTER TABLE public.t ALTER COLUMN gone_too DROP NOT NULL;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE d IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of d of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_d CHECK (d IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_d;
BEGIN;
ALTER TABLE public.t ALTER COLUMN d SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_d;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_f_key ON public.t (f);
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE NOT (g > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check t_g_check of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT t_f_key UNIQUE USING INDEX pleat_new_t_f_key;
ALTER TABLE public.t ADD CONSTRAINT t_g_check CHECK ((g > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT t_g_check;
BEGIN;
ALTER TABLE public.t DROP COLUMN gone_too;
ALTER TABLE public.t DROP COLUMN gone;
COMMIT;
