\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.u DROP COLUMN gone;
COMMIT;
BEGIN;
LOCK TABLE ONLY public."Odd.Part" IN ACCESS EXCLUSIVE MODE;
DROP INDEX public.odd_of;
ALTER TABLE public.s DROP CONSTRAINT s_m_fkey;
ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
ALTER TABLE public.t DROP COLUMN g;
ALTER TABLE public.u ALTER COLUMN k DROP DEFAULT;
DROP POLICY p ON public.u;
DROP TRIGGER tr ON public.u;
ALTER TABLE public.w DROP CONSTRAINT ck;
DROP INDEX public.w_i;
DROP FUNCTION public.low(public.mood);
DROP INDEX public.mv_k;
DROP MATERIALIZED VIEW public.mv;
ALTER TYPE public.mood RENAME TO pleat_old_mood;
CREATE TYPE public.mood AS ENUM ('y', 'x');
ALTER TYPE public.mood OWNER TO postgres;
COMMENT ON TYPE public.mood IS 'how one feels';
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE w IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of w of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_w CHECK (w IS NOT NULL) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_w;
ALTER TABLE public.t ALTER COLUMN w SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_w;
ALTER TABLE public.t ALTER COLUMN n TYPE public.mood USING n::public.mood;
ALTER TABLE public.u ADD COLUMN newone public.mood DEFAULT 'x'::public.mood;
LOCK TABLE ONLY public."Odd.Part" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public."Odd.Part" ALTER COLUMN of TYPE public.mood USING of::text::public.mood;
CREATE INDEX odd_of ON public."Odd.Part" (of) WHERE (of > 'x'::public.mood);
ALTER TABLE public.o ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.r ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.s ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.s ADD CONSTRAINT s_m_fkey FOREIGN KEY (m) REFERENCES public.r(m);
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.t ALTER COLUMN m SET DEFAULT 'y'::public.mood;
ALTER TABLE public.t ALTER COLUMN w TYPE public.mood USING w::text::public.mood;
ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS (
CASE m
    WHEN 'x'::public.mood THEN 1
    ELSE 2
END) STORED;
ALTER TABLE public.u ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
ALTER TABLE public.u ALTER COLUMN k TYPE public.mood USING k::text::public.mood;
ALTER TABLE public.u ALTER COLUMN k SET DEFAULT 'y'::public.mood;
CREATE POLICY p ON public.u FOR ALL USING ((m <> 'y'::public.mood));
CREATE TRIGGER tr BEFORE UPDATE OF k ON public.u FOR EACH ROW WHEN ((new.k = 'x'::public.mood)) EXECUTE FUNCTION public.tf();
ALTER TABLE public.w ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public.pleat_old_mood;
CREATE OR REPLACE FUNCTION public.low(m public.mood)
 RETURNS public.mood
 LANGUAGE sql
 IMMUTABLE
AS $function$select m$function$;
ALTER FUNCTION public.low(public.mood) OWNER TO postgres;
ALTER TABLE public.w ADD CONSTRAINT ck CHECK ((public.low(m) <> 'x'::public.mood));
CREATE INDEX w_i ON public.w (public.low(m));
CREATE MATERIALIZED VIEW public.mv AS
 SELECT u.id,
    u.k
   FROM public.u
  WHERE (u.k = 'x'::public.mood);
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
CREATE INDEX mv_k ON public.mv (k);
COMMIT;
