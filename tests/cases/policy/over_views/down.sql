\set ON_ERROR_STOP on
BEGIN;
DROP POLICY p ON public.u;
DROP VIEW public.mine;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
CREATE VIEW public.mine AS
 SELECT t.a
   FROM public.t
  WHERE (t.who = CURRENT_USER);
ALTER VIEW public.mine OWNER TO postgres;
ALTER TABLE public.u ALTER COLUMN a TYPE integer USING a::integer;
CREATE POLICY p ON public.u FOR ALL USING ((a IN ( SELECT mine.a
   FROM public.mine)));
COMMENT ON POLICY p ON public.u IS 'only mine';
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN gone;
COMMIT;
