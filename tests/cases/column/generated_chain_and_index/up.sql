\set ON_ERROR_STOP on
BEGIN;
DROP INDEX public.t_area;
DROP VIEW public.big;
ALTER TABLE public.t DROP COLUMN area;
ALTER TABLE public.t ALTER COLUMN w TYPE bigint USING w::bigint;
ALTER TABLE public.t ALTER COLUMN h TYPE bigint USING h::bigint;
ALTER TABLE public.t ADD COLUMN half bigint GENERATED ALWAYS AS (((w * h) / 2)) STORED;
ALTER TABLE public.t ADD COLUMN area bigint GENERATED ALWAYS AS ((w * h)) STORED;
CREATE INDEX t_area ON public.t (area DESC);
CREATE VIEW public.big AS
 SELECT t.id,
    t.area,
    t.half
   FROM public.t
  WHERE (t.area > 100);
ALTER VIEW public.big OWNER TO postgres;
COMMIT;
