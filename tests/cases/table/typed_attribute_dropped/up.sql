\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t NOT OF;
ALTER TABLE public.t DROP COLUMN country;
COMMIT;
BEGIN;
DROP FUNCTION public.f(public.address);
ALTER TYPE public.address RENAME TO pleat_old_address;
CREATE TYPE public.address AS (street text, zip text);
ALTER TYPE public.address OWNER TO postgres;
DROP TYPE public.pleat_old_address;
ALTER TABLE public.t OF public.address;
CREATE OR REPLACE FUNCTION public.f(a public.address)
 RETURNS text
 LANGUAGE sql
AS $function$select a.street$function$;
ALTER FUNCTION public.f(public.address) OWNER TO postgres;
COMMIT;
