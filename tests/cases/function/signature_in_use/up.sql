\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER DOMAIN public.d DROP CONSTRAINT d_check;
DROP DOMAIN public.d;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t DROP COLUMN g;
ALTER TABLE public.t DROP CONSTRAINT t_a_check;
DROP INDEX public.t_f;
DROP RULE r ON public.t;
DROP POLICY p ON public.t;
DROP TRIGGER tr ON public.t;
DROP FUNCTION public.who();
CREATE OR REPLACE FUNCTION public.who(a integer DEFAULT 0)
 RETURNS name
 LANGUAGE sql
 STABLE
AS $function$select current_user$function$;
ALTER FUNCTION public.who(integer) OWNER TO postgres;
CREATE POLICY p ON public.t FOR ALL USING ((b = public.who()));
DROP VIEW public.v;
DROP MATERIALIZED VIEW public.mv;
DROP FUNCTION public.f(integer);
CREATE OR REPLACE FUNCTION public.f(a integer, b integer DEFAULT 0)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$begin return 1; end$function$;
ALTER FUNCTION public.f(integer, integer) OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f(1);
CREATE DOMAIN public.d AS integer DEFAULT public.f(3);
ALTER DOMAIN public.d OWNER TO postgres;
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((public.f(VALUE) > 0));
ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS (public.f(2)) STORED;
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0));
CREATE INDEX t_f ON public.t (public.f(a));
CREATE RULE r AS ON DELETE TO public.t
   WHERE (public.f(old.a) > 0) DO INSTEAD NOTHING;
CREATE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW WHEN ((public.f(new.a) > 0)) EXECUTE FUNCTION public.tf();
CREATE VIEW public.v AS
 SELECT public.f(t.a) AS fa
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE MATERIALIZED VIEW public.mv AS
 SELECT public.f(t.a) AS fa
   FROM public.t;
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
COMMIT;
