\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP MATERIALIZED VIEW public.m;
DROP VIEW public.v;
DROP FUNCTION public.f(public.level);
ALTER TABLE public.u DROP CONSTRAINT u_level_fkey;
ALTER TYPE public.level RENAME TO pleat_old_level;
CREATE TYPE public.level AS ENUM ('a', 'b', 'c');
ALTER TYPE public.level OWNER TO postgres;
ALTER TABLE public.u ALTER COLUMN level TYPE public.level USING level::text::public.level;
DROP TRIGGER tr ON public.t;
DROP POLICY pol ON public.t;
ALTER TYPE public.pair RENAME TO pleat_old_pair;
CREATE TYPE public.pair AS (l public.level, n integer);
ALTER TYPE public.pair OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN many TYPE public.pair[] USING many::text[]::public.pair[];
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::text::public.pair;
ALTER TABLE public.t ALTER COLUMN level DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN level TYPE public.level USING level::text::public.level;
DROP TYPE public.pleat_old_pair;
DROP TYPE public.pleat_old_level;
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.level
   FROM public.t
  WHERE (t.level > 'a'::public.level);
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.f(public.level)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ($1)::text;
ALTER FUNCTION public.f(public.level) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.f(t.level) AS f,
    (t.p).l AS l
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
ALTER TABLE public.u ADD CONSTRAINT u_level_fkey FOREIGN KEY (level) REFERENCES public.t(level);
CREATE TRIGGER tr BEFORE UPDATE ON public.t FOR EACH ROW WHEN ((new.level = 'b'::public.level)) EXECUTE FUNCTION public.trig();
CREATE POLICY pol ON public.t FOR ALL USING ((level <> 'b'::public.level));
ALTER TABLE public.t ALTER COLUMN level SET DEFAULT 'a'::public.level;
COMMIT;
