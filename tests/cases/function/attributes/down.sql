\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.win()
 RETURNS bigint
 LANGUAGE internal
 WINDOW IMMUTABLE
AS $function$window_row_number$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.volatility(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.sup(a integer, b integer)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4pl$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.strictness(a integer)
 RETURNS integer
 LANGUAGE sql
 STRICT
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.secured()
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'Odd, one', 'pg_temp'
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.rows_()
 RETURNS SETOF integer
 LANGUAGE plpgsql
 ROWS 5
AS $function$begin return next 1; end$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.path()
 RETURNS integer
 LANGUAGE sql
 SET search_path TO ''
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.par(a integer)
 RETURNS integer
 LANGUAGE sql
 PARALLEL SAFE
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.no_more()
 RETURNS integer
 LANGUAGE sql
 SET search_path TO 'public'
 SET enable_seqscan TO 'off'
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.leaks(a integer)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$begin return true; end$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.internal_(a integer, b integer)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4pl$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.costly(a integer)
 RETURNS integer
 LANGUAGE plpgsql
 COST 1000
AS $function$begin return 1; end$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.configured()
 RETURNS integer
 LANGUAGE plpgsql
 SET work_mem TO '5MB'
 SET "DateStyle" TO 'ISO, DMY'
 SET "my.value" TO 'it''s'
AS $function$begin return 1; end$function$;
COMMIT;
