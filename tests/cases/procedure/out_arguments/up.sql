\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE PROCEDURE public.o(IN a integer, OUT b integer)
 LANGUAGE plpgsql
AS $procedure$begin b := 2; end$procedure$;
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.q(OUT a integer, INOUT b integer, VARIADIC c integer[])
 LANGUAGE plpgsql
AS $procedure$begin a := 1; end$procedure$;
ALTER PROCEDURE public.q(integer, integer[]) OWNER TO postgres;
COMMENT ON PROCEDURE public.q(integer, integer[]) IS 'q';
COMMIT;
BEGIN;
DROP PROCEDURE public.p(integer);
CREATE OR REPLACE PROCEDURE public.p(OUT b integer, IN a integer)
 LANGUAGE plpgsql
AS $procedure$begin b := 1; end$procedure$;
ALTER PROCEDURE public.p(integer) OWNER TO postgres;
COMMIT;
