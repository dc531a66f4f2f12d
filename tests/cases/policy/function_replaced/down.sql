\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP POLICY p ON public.t;
DROP FUNCTION public.who(integer);
CREATE OR REPLACE FUNCTION public.who(a integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$select a > 0$function$;
ALTER FUNCTION public.who(integer) OWNER TO postgres;
CREATE POLICY p ON public.t FOR SELECT USING (public.who(a));
COMMIT;
