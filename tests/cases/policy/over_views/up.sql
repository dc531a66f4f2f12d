\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN gone boolean;
COMMIT;
BEGIN;
DROP POLICY p ON public.u;
ALTER TABLE public.u ALTER COLUMN a TYPE bigint USING a::bigint;
DROP VIEW public.mine;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
CREATE VIEW public.mine AS
 SELECT t.a
   FROM public.t
  WHERE ((t.who = CURRENT_USER) AND (NOT t.gone));
ALTER VIEW public.mine OWNER TO postgres;
CREATE POLICY p ON public.u FOR ALL USING ((a IN ( SELECT mine.a
   FROM public.mine)));
COMMIT;
