\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.t OWNER TO postgres;
CREATE POLICY p ON public.t FOR ALL TO case_reader USING ((a > 0));
COMMIT;
BEGIN;
CREATE POLICY sees ON public.other FOR ALL USING ((EXISTS ( SELECT
   FROM public.t
  WHERE (t.a = other.a))));
COMMIT;
