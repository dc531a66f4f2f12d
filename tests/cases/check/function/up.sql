\set ON_ERROR_STOP on
SET check_function_bodies = off;
DROP INDEX CONCURRENTLY public.t_ok;
BEGIN;
CREATE OR REPLACE FUNCTION public.ok(integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1 >= 0$function$;
COMMIT;
CREATE INDEX CONCURRENTLY t_ok ON public.t (public.ok(a));
