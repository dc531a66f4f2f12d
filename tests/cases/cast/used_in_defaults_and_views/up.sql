\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.to_temp(integer)
 RETURNS public.temp
 LANGUAGE sql
 IMMUTABLE
RETURN ROW((($1 + 1))::double precision)::public.temp;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT (30)::public.temp AS hot,
    (1)::public.temp AS cold;
COMMIT;
BEGIN;
DROP CAST (integer AS public.temp);
CREATE CAST (integer AS public.temp) WITH FUNCTION public.to_temp(integer) AS IMPLICIT;
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN b public.temp DEFAULT (10)::public.temp;
COMMIT;
