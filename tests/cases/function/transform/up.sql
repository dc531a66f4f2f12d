\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 TRANSFORM FOR TYPE integer, FOR TYPE bigint
 LANGUAGE sql
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.g(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.h(a bigint)
 RETURNS bigint
 TRANSFORM FOR TYPE bigint
 LANGUAGE sql
AS $function$select 1::bigint$function$;
ALTER FUNCTION public.h(bigint) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.p(IN a integer)
 LANGUAGE sql
AS $procedure$select 1$procedure$;
COMMIT;
