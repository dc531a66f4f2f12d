\set ON_ERROR_STOP on
BEGIN;
DROP TRIGGER ins ON public.v;
DROP VIEW public.v;
CREATE VIEW public.v WITH (security_barrier='true') AS
 SELECT t.a,
    t.b
   FROM public.t;
ALTER VIEW public.v OWNER TO case_owner;
GRANT SELECT ON TABLE public.v TO case_reader;
COMMENT ON VIEW public.v IS 'x';
ALTER VIEW public.v ALTER COLUMN a SET DEFAULT 5;
COMMENT ON COLUMN public.v.a IS 'first';
CREATE TRIGGER ins INSTEAD OF INSERT ON public.v FOR EACH ROW EXECUTE FUNCTION public.tf();
COMMIT;
