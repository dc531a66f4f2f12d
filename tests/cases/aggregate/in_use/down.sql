\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP AGGREGATE public.shape(integer);
CREATE AGGREGATE public.shape(integer) (
    SFUNC = public.sf,
    STYPE = integer
);
ALTER AGGREGATE public.shape(integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.total(t.a) AS a,
    public.shape(t.b) AS b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.total(integer) (
    SFUNC = public.sf,
    STYPE = integer
);
COMMIT;
BEGIN;
DROP FUNCTION public.sf_new(bigint, integer);
COMMIT;
