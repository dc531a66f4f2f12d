\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.w;
DROP MATERIALIZED VIEW public.v;
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.w AS
 SELECT v.a
   FROM public.v;
ALTER VIEW public.w OWNER TO postgres;
COMMIT;
