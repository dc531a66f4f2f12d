\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.w;
DROP VIEW public.v;
CREATE VIEW public.v AS
 SELECT t.a AS id,
    t.b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
GRANT SELECT ON TABLE public.v TO case_reader;
CREATE VIEW public.w AS
 SELECT v.id AS a
   FROM public.v;
ALTER VIEW public.w OWNER TO postgres;
COMMIT;
