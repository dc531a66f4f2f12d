\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT even;
CREATE OR REPLACE FUNCTION public.is_even(integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1 % 2 = 0$function$;
ALTER FUNCTION public.is_even(integer) OWNER TO postgres;
ALTER TABLE public.t ADD CONSTRAINT even CHECK (public.is_even(n)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT even;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT small;
COMMIT;
