\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER PROCEDURE public.p(text) OWNER TO case_owner;
COMMENT ON PROCEDURE public.p(text) IS NULL;
CREATE OR REPLACE PROCEDURE public.p(IN a text)
 LANGUAGE plpgsql
AS $procedure$ begin perform 1; end $procedure$;
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.q(INOUT a integer, IN b integer)
 LANGUAGE plpgsql
AS $procedure$ begin end $procedure$;
ALTER PROCEDURE public.q(integer, integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP PROCEDURE public.p(integer);
CREATE OR REPLACE PROCEDURE public.p(IN a integer, IN b integer DEFAULT 0)
 LANGUAGE plpgsql
AS $procedure$ begin end $procedure$;
ALTER PROCEDURE public.p(integer, integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP PROCEDURE public.q(integer);
COMMIT;
