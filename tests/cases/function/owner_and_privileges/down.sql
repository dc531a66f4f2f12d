\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
GRANT EXECUTE ON FUNCTION public.ag(integer) TO PUBLIC;
REVOKE ALL ON FUNCTION public.ag(integer) FROM case_reader;
COMMENT ON AGGREGATE public.ag(integer) IS NULL;
COMMIT;
BEGIN;
GRANT EXECUTE ON PROCEDURE public.p() TO PUBLIC;
COMMIT;
BEGIN;
ALTER FUNCTION public.f(integer) OWNER TO postgres;
GRANT EXECUTE ON FUNCTION public.f(integer) TO PUBLIC;
GRANT EXECUTE ON FUNCTION public.f(integer) TO case_reader;
COMMIT;
BEGIN;
DROP FUNCTION public.g(integer, integer);
CREATE OR REPLACE FUNCTION public.g(a integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.g(integer) OWNER TO postgres;
REVOKE ALL ON FUNCTION public.g(integer) FROM PUBLIC;
COMMENT ON FUNCTION public.g(integer) IS 'g';
COMMIT;
