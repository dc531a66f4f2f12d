\set ON_ERROR_STOP on
BEGIN;
CREATE TYPE public.fresh AS (a integer);
ALTER TYPE public.fresh OWNER TO postgres;
COMMENT ON COLUMN public.fresh.a IS 'from the start';
COMMIT;
BEGIN;
ALTER TYPE public.pair RENAME TO pleat_old_pair;
CREATE TYPE public.pair AS (a integer, "B b" integer, c integer);
ALTER TYPE public.pair OWNER TO postgres;
COMMENT ON COLUMN public.pair.a IS 'new';
COMMENT ON COLUMN public.pair.c IS 'fresh';
DROP TYPE public.used;
CREATE TYPE public.used AS (y integer, x integer);
ALTER TYPE public.used OWNER TO postgres;
COMMENT ON COLUMN public.used.x IS 'stays';
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).a::integer, (p)."B b"::integer, (p).c::integer)::public.pair END;
DROP TYPE public.pleat_old_pair;
COMMIT;
