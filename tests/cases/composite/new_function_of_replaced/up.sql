\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.g(public.address);
COMMIT;
BEGIN;
ALTER TYPE public.address RENAME TO pleat_old_address;
CREATE TYPE public.address AS (zip text, street text);
ALTER TYPE public.address OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a TYPE public.address USING CASE WHEN a IS DISTINCT FROM NULL THEN ROW((a).zip::text, (a).street::text)::public.address END;
DROP TYPE public.pleat_old_address;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(a public.address)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.f(public.address) OWNER TO postgres;
COMMIT;
