\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.vv;
DROP VIEW public.v;
COMMIT;
DROP INDEX CONCURRENTLY public.t_f;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_b_check;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
DROP FUNCTION public.g(integer);
CREATE OR REPLACE FUNCTION public.g(a integer, b integer DEFAULT 2)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$begin return 1; end$function$;
ALTER FUNCTION public.g(integer, integer) OWNER TO postgres;
ALTER TABLE public.t DROP CONSTRAINT t_a_check;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
DROP FUNCTION public.f(integer, text);
CREATE OR REPLACE FUNCTION public.f(a integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$begin return 1; end$function$;
ALTER FUNCTION public.f(integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.f(t.a) AS fa,
    public.g(t.b) AS gb
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.vv AS
 SELECT v.fa
   FROM public.v;
ALTER VIEW public.vv OWNER TO postgres;
COMMIT;
CREATE INDEX CONCURRENTLY t_f ON public.t (public.f(a), public.g(b));
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK ((public.g(b, 3) > 0)) NOT VALID;
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) > 0)) NOT VALID;
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT public.g(1);
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT public.f(1);
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT t_b_check;
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_check;
