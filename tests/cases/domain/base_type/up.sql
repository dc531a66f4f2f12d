\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER DOMAIN public.d RENAME TO pleat_old_d;
CREATE DOMAIN public.d AS bigint;
ALTER DOMAIN public.d OWNER TO postgres;
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((VALUE > 0));
ALTER TABLE public.t ALTER COLUMN d TYPE public.d USING d::text::public.d;
DROP DOMAIN public.pleat_old_d;
CREATE VIEW public.v AS
 SELECT t.d
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
