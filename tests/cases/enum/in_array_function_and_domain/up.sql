\set ON_ERROR_STOP on
SET check_function_bodies = off;
DROP INDEX CONCURRENTLY public.t_worst;
ALTER TYPE public.level ADD VALUE IF NOT EXISTS 'middle' AFTER 'low';
ALTER TYPE public.level ADD VALUE IF NOT EXISTS 'top' AFTER 'high';
BEGIN;
ALTER TABLE public.t ALTER COLUMN l SET DEFAULT ARRAY['middle'::public.level];
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.worst(public.level[])
 RETURNS public.level
 LANGUAGE sql
 IMMUTABLE
AS $function$select max(x) from unnest($1) x where x <> 'top'$function$;
COMMIT;
CREATE INDEX CONCURRENTLY t_worst ON public.t (public.worst(l));
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE l IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of l of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_l CHECK (l IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_l;
BEGIN;
ALTER TABLE public.t ALTER COLUMN l SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_l;
COMMIT;
BEGIN;
ALTER DOMAIN public.levels DROP CONSTRAINT levels_check;
ALTER DOMAIN public.levels ADD CONSTRAINT levels_check CHECK ((cardinality(VALUE) < 19));
COMMIT;
