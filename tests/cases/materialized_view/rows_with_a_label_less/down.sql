\set ON_ERROR_STOP on
BEGIN;
DROP MATERIALIZED VIEW public.m;
ALTER TYPE public.mood RENAME TO pleat_old_mood;
CREATE TYPE public.mood AS ENUM ('a', 'b', 'c');
ALTER TYPE public.mood OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.mood USING a::text::public.mood;
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.*::public.t AS r
   FROM public.t;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
DROP TYPE public.pleat_old_mood;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'a'::public.mood;
COMMIT;
