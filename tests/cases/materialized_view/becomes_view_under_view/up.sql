\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
DROP MATERIALIZED VIEW public.m;
CREATE VIEW public.m AS
 SELECT t.a,
    t.b
   FROM public.t;
ALTER VIEW public.m OWNER TO postgres;
GRANT SELECT ON TABLE public.m TO case_reader;
CREATE VIEW public.v AS
 SELECT m.a
   FROM public.m;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
