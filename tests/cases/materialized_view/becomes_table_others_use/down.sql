\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
DROP TABLE public.m;
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.id,
    t.n
   FROM public.t;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT m.id
   FROM public.m;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
