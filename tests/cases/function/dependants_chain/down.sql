\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP INDEX public.t_b;
ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT;
DROP FUNCTION public.b(integer);
DROP POLICY p ON public.t;
ALTER TABLE public.t DROP COLUMN y;
DROP FUNCTION public.a(integer, integer);
CREATE OR REPLACE FUNCTION public.a(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 + 1);
ALTER FUNCTION public.a(integer) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.b(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN (public.a($1) * 2);
ALTER FUNCTION public.b(integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.b(t.x) AS b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE POLICY p ON public.t FOR ALL USING ((public.a(x) > 0));
CREATE INDEX t_b ON public.t (public.b(x));
ALTER TABLE public.t ADD COLUMN y integer GENERATED ALWAYS AS (public.a(x)) STORED;
ALTER TABLE public.t ALTER COLUMN x SET DEFAULT public.b(1);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.c(integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$ begin return b($1); end $function$;
COMMIT;
