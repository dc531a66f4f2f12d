\set ON_ERROR_STOP on
BEGIN;
ALTER TYPE public.pair RENAME TO pleat_old_pair;
CREATE TYPE public.pair AS (x bigint, y text);
ALTER TYPE public.pair OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN ps TYPE public.pair[] USING ps::text[]::public.pair[];
DROP TYPE public.pleat_old_pair;
COMMIT;
