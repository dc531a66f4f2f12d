\set ON_ERROR_STOP on
BEGIN;
DROP MATERIALIZED VIEW public.m;
DROP VIEW public.w;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.a
   FROM public.t;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
SECURITY LABEL FOR pleat_test ON MATERIALIZED VIEW public.m IS 'kept';
SECURITY LABEL FOR pleat_test ON COLUMN public.m.a IS 'kept in part';
CREATE VIEW public.v AS
 SELECT t.a,
    t.b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
SECURITY LABEL FOR pleat_test ON VIEW public.v IS 'seen';
SECURITY LABEL FOR pleat_test ON COLUMN public.v.b IS 'seen in part';
CREATE VIEW public.w AS
 SELECT v.a
   FROM public.v;
ALTER VIEW public.w OWNER TO postgres;
SECURITY LABEL FOR pleat_test ON VIEW public.w IS 'on top';
COMMIT;
