\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE PROCEDURE public.q(INOUT a integer)
 LANGUAGE plpgsql
AS $procedure$ begin end $procedure$;
ALTER PROCEDURE public.q(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP PROCEDURE public.p(integer, integer);
CREATE OR REPLACE PROCEDURE public.p(IN a integer)
 LANGUAGE plpgsql
AS $procedure$ begin end $procedure$;
ALTER PROCEDURE public.p(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP PROCEDURE public.q(integer, integer);
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.p(IN a text)
 LANGUAGE plpgsql
AS $procedure$ begin end $procedure$;
ALTER PROCEDURE public.p(text) OWNER TO postgres;
COMMENT ON PROCEDURE public.p(text) IS 'of a text';
COMMIT;
