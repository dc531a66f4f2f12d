\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_a_check;
DROP INDEX public.t_a;
DROP VIEW public.v;
ALTER COLLATION public.c RENAME TO pleat_old_c;
CREATE COLLATION public.c (provider = icu, locale = 'en-u-kn');
ALTER COLLATION public.c OWNER TO postgres;
ALTER DOMAIN public.d RENAME TO pleat_old_d;
CREATE DOMAIN public.d AS text COLLATE public.c;
ALTER DOMAIN public.d OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c USING a::text::text;
ALTER TABLE public.t ALTER COLUMN b TYPE public.d USING b::text::public.d;
DROP DOMAIN public.pleat_old_d;
DROP COLLATION public.pleat_old_c;
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((a < ('x'::text COLLATE public.c)));
CREATE INDEX t_a ON public.t (a);
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t
  ORDER BY (t.a COLLATE public.c);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
