\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
DROP INDEX public.m_id;
DROP MATERIALIZED VIEW public.m;
ALTER TABLE public.t ADD COLUMN b integer DEFAULT 5 NOT NULL;
ALTER TABLE public.t ADD COLUMN c bigint GENERATED ALWAYS AS IDENTITY NOT NULL;
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.*::public.t AS r,
    t.id
   FROM public.t;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT m.r
   FROM public.m;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
CREATE INDEX m_id ON public.m (id);
COMMIT;
