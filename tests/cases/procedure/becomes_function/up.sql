\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP PROCEDURE public.clean(integer);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.clean(days integer)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$declare n bigint; begin delete from t where id < days; get diagnostics n = row_count; return n; end$function$;
ALTER FUNCTION public.clean(integer) OWNER TO postgres;
GRANT EXECUTE ON FUNCTION public.clean(integer) TO case_reader;
COMMIT;
