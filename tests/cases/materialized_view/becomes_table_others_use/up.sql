\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
DROP MATERIALIZED VIEW public.m;
CREATE TABLE public.m (
    id integer,
    n integer
);
ALTER TABLE public.m OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT m.id
   FROM public.m;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
