\set ON_ERROR_STOP on
BEGIN;
DROP RULE ins ON public.v;
DROP VIEW public.v;
CREATE VIEW public.v AS
 SELECT t.a,
    t.b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE RULE ins AS ON INSERT TO public.v DO INSTEAD  INSERT INTO public.t (a, b)
  VALUES (new.a, new.b);
COMMENT ON RULE ins ON public.v IS 'through';
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN c;
COMMIT;
