\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
DROP FUNCTION public.f(integer);
CREATE OR REPLACE FUNCTION public.f(x integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
AS $function$select $1$function$;
ALTER FUNCTION public.f(integer) OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f();
COMMIT;
