\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_m_check;
DROP INDEX public.t_partial;
DROP VIEW public.v;
DROP FUNCTION public.f(public.mood);
ALTER TYPE public.mood RENAME TO pleat_old_mood;
CREATE TYPE public.mood AS ENUM ('c', 'b', 'a');
ALTER TYPE public.mood OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public.pleat_old_mood;
ALTER TABLE public.t ADD CONSTRAINT t_m_check CHECK ((m <> 'c'::public.mood));
CREATE INDEX t_partial ON public.t (id) WHERE (m = 'a'::public.mood);
CREATE OR REPLACE FUNCTION public.f(m public.mood)
 RETURNS public.mood
 LANGUAGE sql
AS $function$select m$function$;
ALTER FUNCTION public.f(public.mood) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.f(t.m) AS m
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
