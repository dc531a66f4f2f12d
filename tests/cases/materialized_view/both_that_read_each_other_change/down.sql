\set ON_ERROR_STOP on
BEGIN;
CREATE MATERIALIZED VIEW public.pleat_new_lower_one AS
 SELECT t.a
   FROM public.t;
CREATE INDEX pleat_new_lower_a ON public.pleat_new_lower_one (a);
COMMIT;
BEGIN;
DROP INDEX public.upper_a;
DROP VIEW public.top;
DROP MATERIALIZED VIEW public.upper_one;
DROP MATERIALIZED VIEW public.lower_one;
ALTER MATERIALIZED VIEW public.pleat_new_lower_one RENAME TO lower_one;
ALTER INDEX public.pleat_new_lower_a RENAME TO lower_a;
ALTER MATERIALIZED VIEW public.lower_one OWNER TO postgres;
CREATE MATERIALIZED VIEW public.upper_one AS
 SELECT lower_one.a
   FROM public.lower_one;
ALTER MATERIALIZED VIEW public.upper_one OWNER TO postgres;
CREATE INDEX upper_a ON public.upper_one (a);
CREATE VIEW public.top AS
 SELECT upper_one.a
   FROM public.upper_one;
ALTER VIEW public.top OWNER TO postgres;
COMMIT;
