\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.big;
DROP INDEX public.t_area;
ALTER TABLE public.t DROP COLUMN area;
ALTER TABLE public.t DROP COLUMN half;
ALTER TABLE public.t ALTER COLUMN h TYPE integer USING h::integer;
ALTER TABLE public.t ALTER COLUMN w TYPE integer USING w::integer;
ALTER TABLE public.t ADD COLUMN area integer GENERATED ALWAYS AS ((w * h)) STORED;
CREATE VIEW public.big AS
 SELECT t.id,
    t.area
   FROM public.t
  WHERE (t.area > 100);
ALTER VIEW public.big OWNER TO postgres;
CREATE INDEX t_area ON public.t (area);
COMMIT;
