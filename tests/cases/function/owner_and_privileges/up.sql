\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.g(integer);
CREATE OR REPLACE FUNCTION public.g(a integer, b integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.g(integer, integer) OWNER TO postgres;
GRANT EXECUTE ON FUNCTION public.g(integer, integer) TO "Case Role" WITH GRANT OPTION;
REVOKE ALL ON FUNCTION public.g(integer, integer) FROM PUBLIC;
COMMENT ON FUNCTION public.g(integer, integer) IS 'g';
COMMIT;
BEGIN;
ALTER FUNCTION public.f(integer) OWNER TO case_owner;
REVOKE ALL ON FUNCTION public.f(integer) FROM case_reader;
REVOKE ALL ON FUNCTION public.f(integer) FROM PUBLIC;
COMMIT;
BEGIN;
REVOKE ALL ON PROCEDURE public.p() FROM PUBLIC;
COMMIT;
BEGIN;
REVOKE ALL ON FUNCTION public.ag(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.ag(integer) TO case_reader;
COMMENT ON AGGREGATE public.ag(integer) IS 'ag';
COMMIT;
