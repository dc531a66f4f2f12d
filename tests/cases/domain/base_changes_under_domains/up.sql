\set ON_ERROR_STOP on
BEGIN;
ALTER DOMAIN public.a RENAME TO pleat_old_a;
CREATE DOMAIN public.a AS text;
ALTER DOMAIN public.a OWNER TO postgres;
ALTER DOMAIN public.b RENAME TO pleat_old_b;
CREATE DOMAIN public.b AS public.a;
ALTER DOMAIN public.b OWNER TO postgres;
ALTER DOMAIN public.b ADD CONSTRAINT b_check CHECK (((VALUE)::text <> ''::text));
ALTER TYPE public.pair RENAME TO pleat_old_pair;
CREATE TYPE public.pair AS (x public.a, y public.b);
ALTER TYPE public.pair OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN x TYPE public.a USING x::text::public.a;
ALTER TABLE public.t ALTER COLUMN y TYPE public.b USING y::text::public.b;
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::text::public.pair;
DROP TYPE public.pleat_old_pair;
DROP DOMAIN public.pleat_old_b;
DROP DOMAIN public.pleat_old_a;
COMMIT;
