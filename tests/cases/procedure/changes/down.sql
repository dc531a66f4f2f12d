\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP PROCEDURE public.renamed_argument(integer);
CREATE OR REPLACE PROCEDURE public.renamed_argument(IN a integer)
 LANGUAGE sql
AS $procedure$select 1$procedure$;
ALTER PROCEDURE public.renamed_argument(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP PROCEDURE public.inout_(integer, integer, integer);
CREATE OR REPLACE PROCEDURE public.inout_(IN a integer, INOUT b integer, IN c text DEFAULT 'x'::text)
 LANGUAGE plpgsql
AS $procedure$begin b := 1; end$procedure$;
ALTER PROCEDURE public.inout_(integer, integer, text) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.gone(IN a integer, VARIADIC b text[])
 LANGUAGE sql
AS $procedure$select 1$procedure$;
ALTER PROCEDURE public.gone(integer, text[]) OWNER TO postgres;
REVOKE ALL ON PROCEDURE public.gone(integer, text[]) FROM PUBLIC;
COMMENT ON PROCEDURE public.gone(integer, text[]) IS 'goes';
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.over_(IN text)
 LANGUAGE sql
AS $procedure$select 1$procedure$;
GRANT EXECUTE ON PROCEDURE public.over_(text) TO PUBLIC;
GRANT EXECUTE ON PROCEDURE public.over_(text) TO case_reader;
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.secured()
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $procedure$select 1$procedure$;
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.body(IN a integer)
 LANGUAGE plpgsql
AS $procedure$begin perform 1; end$procedure$;
COMMIT;
BEGIN;
DROP PROCEDURE public."Is new"(integer, integer);
COMMIT;
