\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE PROCEDURE public."Is new"(INOUT "A a" integer DEFAULT 1, IN b integer DEFAULT 2)
 LANGUAGE plpgsql
AS $procedure$begin "A a" := 2; end$procedure$;
ALTER PROCEDURE public."Is new"(integer, integer) OWNER TO case_owner;
COMMENT ON PROCEDURE public."Is new"(integer, integer) IS 'new';
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.body(IN a integer)
 LANGUAGE plpgsql
AS $procedure$begin perform 2; commit; end$procedure$;
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.secured()
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET work_mem TO '1MB'
AS $procedure$select 1$procedure$;
COMMIT;
BEGIN;
REVOKE ALL ON PROCEDURE public.over_(text) FROM case_reader;
REVOKE ALL ON PROCEDURE public.over_(text) FROM PUBLIC;
CREATE OR REPLACE PROCEDURE public.over_(IN text)
 LANGUAGE sql
AS $procedure$select 2$procedure$;
COMMIT;
BEGIN;
DROP PROCEDURE public.gone(integer, text[]);
COMMIT;
BEGIN;
DROP PROCEDURE public.inout_(integer, integer, text);
CREATE OR REPLACE PROCEDURE public.inout_(IN a integer, INOUT b integer, INOUT d integer DEFAULT 3)
 LANGUAGE plpgsql
AS $procedure$begin b := 1; end$procedure$;
ALTER PROCEDURE public.inout_(integer, integer, integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP PROCEDURE public.renamed_argument(integer);
CREATE OR REPLACE PROCEDURE public.renamed_argument(IN b integer)
 LANGUAGE sql
AS $procedure$select 1$procedure$;
ALTER PROCEDURE public.renamed_argument(integer) OWNER TO postgres;
COMMIT;
