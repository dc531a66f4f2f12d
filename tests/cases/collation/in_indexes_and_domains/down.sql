\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
DROP INDEX public.t_a;
ALTER TABLE public.t DROP CONSTRAINT t_a_check;
ALTER COLLATION public.c RENAME TO pleat_old_c;
CREATE COLLATION public.c (provider = icu, locale = 'en');
ALTER COLLATION public.c OWNER TO postgres;
COMMENT ON COLLATION public.c IS 'english';
ALTER DOMAIN public.d RENAME TO pleat_old_d;
CREATE DOMAIN public.d AS text COLLATE public.c;
ALTER DOMAIN public.d OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN b TYPE public.d USING b::text::public.d;
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c USING a::text::text;
DROP DOMAIN public.pleat_old_d;
DROP COLLATION public.pleat_old_c;
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t
  ORDER BY (t.a COLLATE public.c);
ALTER VIEW public.v OWNER TO postgres;
CREATE INDEX t_a ON public.t (a);
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((a < ('x'::text COLLATE public.c)));
COMMIT;
