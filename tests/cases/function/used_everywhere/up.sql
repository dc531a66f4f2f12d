\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t DROP CONSTRAINT c;
DROP INDEX public.t_f;
DROP TRIGGER tr ON public.t;
DROP VIEW public.vv;
DROP VIEW public.v;
DROP FUNCTION public.f(integer);
CREATE OR REPLACE FUNCTION public.f(y integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$begin return y; end$function$;
ALTER FUNCTION public.f(integer) OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f(1);
ALTER TABLE public.t ADD CONSTRAINT c CHECK ((public.f(a) > 0));
CREATE INDEX t_f ON public.t (public.f(a));
CREATE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW WHEN ((public.f(new.a) > 0)) EXECUTE FUNCTION public.tf();
CREATE VIEW public.v AS
 SELECT public.f(t.a) AS fa
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.vv AS
 SELECT v.fa
   FROM public.v;
ALTER VIEW public.vv OWNER TO postgres;
COMMIT;
