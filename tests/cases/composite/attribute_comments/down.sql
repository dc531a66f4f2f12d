\set ON_ERROR_STOP on
BEGIN;
ALTER TYPE public.pair RENAME TO pleat_old_pair;
CREATE TYPE public.pair AS (a integer, "B b" integer, c integer, d integer);
ALTER TYPE public.pair OWNER TO postgres;
COMMENT ON COLUMN public.pair.a IS 'old';
COMMENT ON COLUMN public.pair."B b" IS 'gone';
COMMENT ON COLUMN public.pair.d IS 'dropped';
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).a::integer, (p)."B b"::integer, (p).c::integer, NULL)::public.pair END;
DROP TYPE public.used;
CREATE TYPE public.used AS (x integer, y integer);
ALTER TYPE public.used OWNER TO postgres;
COMMENT ON COLUMN public.used.x IS 'stays';
DROP TYPE public.pleat_old_pair;
COMMIT;
BEGIN;
DROP TYPE public.fresh;
COMMIT;
