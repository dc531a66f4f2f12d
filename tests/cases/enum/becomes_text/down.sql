\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t DROP CONSTRAINT t_level_check;
CREATE TYPE public.level AS ENUM ('a', 'b');
ALTER TYPE public.level OWNER TO postgres;
ALTER TABLE public.t DROP CONSTRAINT known;
ALTER TABLE public.t ALTER COLUMN level DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN level TYPE public.level USING level::public.level;
CREATE VIEW public.v AS
 SELECT t.level
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
ALTER TABLE public.t ADD CONSTRAINT t_level_check CHECK ((level <> 'b'::public.level));
ALTER TABLE public.t ALTER COLUMN level SET DEFAULT 'a'::public.level;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(public.level)
 RETURNS public.level
 LANGUAGE sql
 IMMUTABLE
RETURN $1;
ALTER FUNCTION public.f(public.level) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.f(text);
COMMIT;
