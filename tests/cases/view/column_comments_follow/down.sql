\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
CREATE VIEW public.v AS
 SELECT t.id,
    t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMENT ON COLUMN public.v.a IS 'the first';
COMMIT;
