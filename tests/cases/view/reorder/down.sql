\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP INDEX public.mv_a;
DROP MATERIALIZED VIEW public.mv;
DROP TRIGGER ins ON public.w;
DROP VIEW public.w;
DROP FUNCTION public.f();
DROP VIEW public.v;
CREATE VIEW public.v AS
 SELECT t.a,
    t.b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.w WITH (security_barrier='true') AS
 SELECT v.b,
    v.a
   FROM public.v;
ALTER VIEW public.w OWNER TO postgres;
GRANT SELECT ON TABLE public.w TO case_reader;
CREATE MATERIALIZED VIEW public.mv AS
 SELECT w.a
   FROM public.w;
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
CREATE UNIQUE INDEX mv_a ON public.mv (a);
CREATE TRIGGER ins INSTEAD OF INSERT ON public.w FOR EACH ROW EXECUTE FUNCTION public.tf();
COMMENT ON TRIGGER ins ON public.w IS 'x';
CREATE OR REPLACE FUNCTION public.f()
 RETURNS SETOF public.v
 LANGUAGE sql
AS $function$select * from v$function$;
ALTER FUNCTION public.f() OWNER TO postgres;
COMMIT;
