\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP INDEX public.mv_k;
DROP MATERIALIZED VIEW public.mv;
DROP INDEX public.w_i;
ALTER TABLE public.w DROP CONSTRAINT ck;
DROP FUNCTION public.low(public.mood);
ALTER TYPE public.mood RENAME TO pleat_old_mood;
CREATE TYPE public.mood AS ENUM ('x', 'y', 'z');
ALTER TYPE public.mood OWNER TO postgres;
COMMENT ON TYPE public.mood IS 'how one feels';
ALTER TABLE public.w ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TRIGGER tr ON public.u;
DROP POLICY p ON public.u;
ALTER TABLE public.u ALTER COLUMN k DROP DEFAULT;
ALTER TABLE public.u ALTER COLUMN k TYPE public.mood USING k::text::public.mood;
ALTER TABLE public.u ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.t DROP COLUMN g;
ALTER TABLE public.t ALTER COLUMN w TYPE public.mood USING w::text::public.mood;
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.s DROP CONSTRAINT s_m_fkey;
ALTER TABLE public.s ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.r ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.o ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
LOCK TABLE ONLY public."Odd.Part" IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.odd_of;
ALTER TABLE public."Odd.Part" ALTER COLUMN of TYPE public.mood USING of::text::public.mood;
ALTER TABLE public.u DROP COLUMN newone;
ALTER TABLE public.t ALTER COLUMN n TYPE text USING n::text;
ALTER TABLE public.t ALTER COLUMN w DROP NOT NULL;
DROP TYPE public.pleat_old_mood;
CREATE MATERIALIZED VIEW public.mv AS
 SELECT u.id,
    u.k
   FROM public.u
  WHERE (u.k = 'x'::public.mood);
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
CREATE INDEX mv_k ON public.mv (k);
CREATE OR REPLACE FUNCTION public.low(m public.mood)
 RETURNS public.mood
 LANGUAGE sql
 IMMUTABLE
AS $function$select m$function$;
ALTER FUNCTION public.low(public.mood) OWNER TO postgres;
CREATE INDEX w_i ON public.w (public.low(m));
ALTER TABLE public.w ADD CONSTRAINT ck CHECK ((public.low(m) <> 'z'::public.mood));
CREATE TRIGGER tr BEFORE UPDATE OF k ON public.u FOR EACH ROW WHEN ((new.k = 'x'::public.mood)) EXECUTE FUNCTION public.tf();
CREATE POLICY p ON public.u FOR ALL USING ((m <> 'y'::public.mood));
ALTER TABLE public.u ALTER COLUMN k SET DEFAULT 'y'::public.mood;
ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS (
CASE m
    WHEN 'x'::public.mood THEN 1
    ELSE 2
END) STORED;
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'x'::public.mood;
ALTER TABLE public.s ADD CONSTRAINT s_m_fkey FOREIGN KEY (m) REFERENCES public.r(m);
CREATE INDEX odd_of ON public."Odd.Part" (of) WHERE (of > 'x'::public.mood);
COMMIT;
BEGIN;
ALTER TABLE public.u ADD COLUMN gone public.mood;
COMMIT;
