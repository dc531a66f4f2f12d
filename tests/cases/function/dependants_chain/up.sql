\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.c(integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$ begin return b($1) + 1; end $function$;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT;
ALTER TABLE public.t DROP COLUMN y;
DROP INDEX public.t_b;
DROP POLICY p ON public.t;
DROP VIEW public.v;
DROP FUNCTION public.b(integer);
DROP FUNCTION public.a(integer);
CREATE OR REPLACE FUNCTION public.a(integer, integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 + $2);
ALTER FUNCTION public.a(integer, integer) OWNER TO postgres;
ALTER TABLE public.t ADD COLUMN y integer GENERATED ALWAYS AS (public.a(x)) STORED;
CREATE POLICY p ON public.t FOR ALL USING ((public.a(x) > 0));
CREATE OR REPLACE FUNCTION public.b(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN (public.a($1) * 2);
ALTER FUNCTION public.b(integer) OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN x SET DEFAULT public.b(1);
CREATE INDEX t_b ON public.t (public.b(x));
CREATE VIEW public.v AS
 SELECT public.b(t.x) AS b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
