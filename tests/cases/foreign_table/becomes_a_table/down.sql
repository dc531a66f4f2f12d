\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
DROP TABLE public.t;
CREATE FOREIGN TABLE public.t (
    a integer,
    b text
) SERVER s;
ALTER FOREIGN TABLE public.t OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
