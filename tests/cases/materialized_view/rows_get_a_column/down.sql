\set ON_ERROR_STOP on
BEGIN;
DROP INDEX public.m_id;
COMMIT;
BEGIN;
DROP VIEW public.v;
DROP MATERIALIZED VIEW public.m;
ALTER TABLE public.t DROP COLUMN c;
ALTER TABLE public.t DROP COLUMN b;
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.*::public.t AS r,
    t.id
   FROM public.t;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
CREATE INDEX m_id ON public.m (id);
CREATE VIEW public.v AS
 SELECT m.r
   FROM public.m;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
