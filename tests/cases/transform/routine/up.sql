\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE LANGUAGE l HANDLER plpgsql_call_handler;
ALTER LANGUAGE l OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(internal)
 RETURNS internal
 LANGUAGE internal
 IMMUTABLE
AS $function$bytea_sortsupport$function$;
ALTER FUNCTION public.f(internal) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TRANSFORM FOR public.pair LANGUAGE l (FROM SQL WITH FUNCTION public.f(internal));
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.uses_it(public.pair)
 RETURNS integer
 TRANSFORM FOR TYPE public.pair
 LANGUAGE l
AS $function$begin return 1; end$function$;
ALTER FUNCTION public.uses_it(public.pair) OWNER TO postgres;
COMMIT;
