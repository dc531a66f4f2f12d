\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t DROP COLUMN b;
COMMIT;
BEGIN;
DROP CAST (integer AS public.temp);
CREATE CAST (integer AS public.temp) WITH FUNCTION public.to_temp(integer) AS ASSIGNMENT;
COMMENT ON CAST (integer AS public.temp) IS 'degrees';
COMMIT;
BEGIN;
DROP VIEW public.v;
CREATE OR REPLACE VIEW public.v AS
 SELECT (30)::public.temp AS hot;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.to_temp(integer)
 RETURNS public.temp
 LANGUAGE sql
 IMMUTABLE
RETURN ROW(($1)::double precision)::public.temp;
COMMIT;
