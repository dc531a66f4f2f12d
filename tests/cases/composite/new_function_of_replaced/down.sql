\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.f(public.address);
COMMIT;
BEGIN;
ALTER TYPE public.address RENAME TO pleat_old_address;
CREATE TYPE public.address AS (street text, zip text);
ALTER TYPE public.address OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a TYPE public.address USING CASE WHEN a IS DISTINCT FROM NULL THEN ROW((a).street::text, (a).zip::text)::public.address END;
DROP TYPE public.pleat_old_address;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.g(a public.address)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.g(public.address) OWNER TO postgres;
COMMIT;
