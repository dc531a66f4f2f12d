\set ON_ERROR_STOP on
BEGIN;
ALTER DOMAIN public.stays ADD CONSTRAINT later CHECK ((VALUE > 0)) NOT VALID;
COMMIT;
BEGIN;
ALTER DOMAIN public.n RENAME TO pleat_old_n;
CREATE DOMAIN public.n AS text NOT NULL;
ALTER DOMAIN public.n OWNER TO postgres;
ALTER DOMAIN public.v RENAME TO pleat_old_v;
CREATE DOMAIN public.v AS integer;
ALTER DOMAIN public.v OWNER TO postgres;
ALTER DOMAIN public.v ADD CONSTRAINT v_not_yet CHECK ((VALUE > 0));
ALTER TABLE public.t ALTER COLUMN names TYPE public.n[] USING names::text[]::public.n[];
DROP DOMAIN public.pleat_old_n;
ALTER TABLE public.t ALTER COLUMN vs TYPE public.v[] USING vs::text[]::public.v[];
DROP DOMAIN public.pleat_old_v;
COMMIT;
BEGIN;
DROP VIEW public.seen;
ALTER DOMAIN public.d RENAME TO pleat_old_d;
CREATE DOMAIN public.d AS integer;
ALTER DOMAIN public.d OWNER TO postgres;
ALTER DOMAIN public.d ADD CONSTRAINT positive CHECK ((VALUE > 0));
ALTER DOMAIN public.list RENAME TO pleat_old_list;
CREATE DOMAIN public.list AS public.d[];
ALTER DOMAIN public.list OWNER TO postgres;
ALTER TYPE public.pair RENAME TO pleat_old_pair;
CREATE TYPE public.pair AS (x public.d, y integer);
ALTER TYPE public.pair OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a TYPE public.d[] USING a::text[]::public.d[];
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::text::public.pair;
ALTER TABLE public.t ALTER COLUMN ps TYPE public.pair[] USING ps::text[]::public.pair[];
DROP TYPE public.pleat_old_pair;
ALTER TABLE public.t ALTER COLUMN l TYPE public.list USING l::text::public.list;
DROP DOMAIN public.pleat_old_list;
ALTER TABLE public.t ALTER COLUMN plain TYPE public.d USING plain::text::public.d;
DROP DOMAIN public.pleat_old_d;
CREATE VIEW public.seen AS
 SELECT t.a,
    t.p
   FROM public.t;
ALTER VIEW public.seen OWNER TO postgres;
COMMIT;
