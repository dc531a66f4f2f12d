\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE PROCEDURE public.p(IN a integer)
 TRANSFORM FOR TYPE integer
 LANGUAGE sql
AS $procedure$select 1$procedure$;
COMMIT;
BEGIN;
DROP FUNCTION public.h(bigint);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.g(a integer)
 RETURNS integer
 TRANSFORM FOR TYPE integer
 LANGUAGE sql
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 TRANSFORM FOR TYPE integer
 LANGUAGE sql
AS $function$select 1$function$;
COMMIT;
