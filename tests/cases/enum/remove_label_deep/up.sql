\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN g DROP DEFAULT;
ALTER TYPE public.mood RENAME TO pleat_old_mood;
CREATE TYPE public.mood AS ENUM ('a', 'b');
ALTER TYPE public.mood OWNER TO postgres;
ALTER TYPE public.pair RENAME TO pleat_old_pair;
CREATE TYPE public.pair AS (m public.mood, n integer);
ALTER TYPE public.pair OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::text::public.pair;
DROP TYPE public.pleat_old_pair;
DROP INDEX public.mv_id;
DROP MATERIALIZED VIEW public.mv;
ALTER DOMAIN public.good_mood RENAME TO pleat_old_good_mood;
CREATE DOMAIN public.good_mood AS public.mood;
ALTER DOMAIN public.good_mood OWNER TO postgres;
ALTER DOMAIN public.good_mood ADD CONSTRAINT good_mood_check CHECK ((VALUE <> 'b'::public.mood));
ALTER TABLE public.t ALTER COLUMN g TYPE public.good_mood USING g::text::public.good_mood;
ALTER TABLE public.t ALTER COLUMN g SET DEFAULT 'a'::public.mood;
DROP DOMAIN public.pleat_old_good_mood;
DROP TYPE public.pleat_old_mood;
CREATE MATERIALIZED VIEW public.mv AS
 SELECT t.id,
    t.g
   FROM public.t;
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
CREATE UNIQUE INDEX mv_id ON public.mv (id);
COMMIT;
