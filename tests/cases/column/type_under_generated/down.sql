\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
DROP INDEX public.t_g;
ALTER TABLE public.t DROP COLUMN g;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
ALTER TABLE public.t ADD COLUMN g integer GENERATED ALWAYS AS ((a * 2)) STORED;
CREATE VIEW public.v AS
 SELECT t.g
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE INDEX t_g ON public.t (g);
COMMIT;
