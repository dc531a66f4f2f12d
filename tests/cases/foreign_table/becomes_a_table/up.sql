\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
DROP FOREIGN TABLE public.t;
CREATE TABLE public.t (
    a integer,
    b text
);
ALTER TABLE public.t OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
