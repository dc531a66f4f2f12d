\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN c date;
COMMIT;
BEGIN;
DROP RULE ins ON public.v;
DROP VIEW public.v;
CREATE VIEW public.v AS
 SELECT t.a,
    t.c
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE RULE ins AS ON INSERT TO public.v DO INSTEAD  INSERT INTO public.t (a, b, c)
  VALUES (new.a, NULL::text, new.c)
  RETURNING t.a,
    t.c;
COMMIT;
