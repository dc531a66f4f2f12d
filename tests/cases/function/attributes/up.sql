\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.configured()
 RETURNS integer
 LANGUAGE plpgsql
 SET work_mem TO '6MB'
 SET "my.value" TO ''
 SET session_preload_libraries TO 'a b', 'C'
AS $function$begin return 1; end$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.costly(a integer)
 RETURNS integer
 LANGUAGE plpgsql
 COST 0.5
AS $function$begin return 1; end$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.internal_(a integer, b integer)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4mi$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.leaks(a integer)
 RETURNS boolean
 LANGUAGE plpgsql
 LEAKPROOF
AS $function$begin return true; end$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.no_more()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.par(a integer)
 RETURNS integer
 LANGUAGE sql
 PARALLEL RESTRICTED
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.path()
 RETURNS integer
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.rows_()
 RETURNS SETOF integer
 LANGUAGE plpgsql
 COST 7 ROWS 5000
AS $function$begin return next 1; end$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.secured()
 RETURNS integer
 LANGUAGE sql
 SET search_path TO 'Odd, one', 'pg_catalog', '$user'
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.strictness(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.sup(a integer, b integer)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT SUPPORT generate_series_int4_support
AS $function$int4pl$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.volatility(a integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.win()
 RETURNS bigint
 LANGUAGE internal
 WINDOW STABLE COST 3
AS $function$window_row_number$function$;
COMMIT;
