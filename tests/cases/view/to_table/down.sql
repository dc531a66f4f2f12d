\set ON_ERROR_STOP on
BEGIN;
DROP TABLE public.v;
COMMIT;
BEGIN;
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
