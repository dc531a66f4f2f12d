\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.call_it()
 RETURNS language_handler
 LANGUAGE c
AS '$libdir/plpgsql', $function$plpgsql_call_handler$function$;
ALTER FUNCTION public.call_it() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE LANGUAGE mine HANDLER public.call_it;
ALTER LANGUAGE mine OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE mine
AS $function$begin return 1; end$function$;
ALTER FUNCTION public.f() OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f();
COMMIT;
