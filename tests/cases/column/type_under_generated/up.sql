\set ON_ERROR_STOP on
BEGIN;
DROP INDEX public.t_g;
DROP VIEW public.v;
ALTER TABLE public.t DROP COLUMN g;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER TABLE public.t ADD COLUMN g bigint GENERATED ALWAYS AS ((a * 2)) STORED;
CREATE INDEX t_g ON public.t (g);
CREATE VIEW public.v AS
 SELECT t.g
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
