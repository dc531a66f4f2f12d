\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP PROCEDURE public.p(integer);
CREATE OR REPLACE PROCEDURE public.p(OUT b text, IN a integer)
 LANGUAGE plpgsql
AS $procedure$begin b := 1; end$procedure$;
ALTER PROCEDURE public.p(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP PROCEDURE public.q(integer, integer[]);
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.o(IN a integer, OUT b integer)
 LANGUAGE plpgsql
AS $procedure$begin b := 1; end$procedure$;
COMMIT;
