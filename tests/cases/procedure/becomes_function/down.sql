\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.clean(integer);
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.clean(IN days integer)
 LANGUAGE plpgsql
AS $procedure$begin delete from t where id < days; end$procedure$;
ALTER PROCEDURE public.clean(integer) OWNER TO postgres;
GRANT EXECUTE ON PROCEDURE public.clean(integer) TO case_reader;
COMMIT;
