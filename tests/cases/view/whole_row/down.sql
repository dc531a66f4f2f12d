\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.w;
CREATE OR REPLACE VIEW public.w AS
 SELECT (v.whole).a AS a
   FROM public.v;
ALTER VIEW public.w OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN c;
COMMIT;
