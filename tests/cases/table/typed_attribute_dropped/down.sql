\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.f(public.address);
ALTER TABLE public.t NOT OF;
ALTER TYPE public.address RENAME TO pleat_old_address;
CREATE TYPE public.address AS (street text, zip text, country text);
ALTER TYPE public.address OWNER TO postgres;
DROP TYPE public.pleat_old_address;
CREATE OR REPLACE FUNCTION public.f(a public.address)
 RETURNS text
 LANGUAGE sql
AS $function$select a.street$function$;
ALTER FUNCTION public.f(public.address) OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN country text;
ALTER TABLE public.t OF public.address;
COMMIT;
