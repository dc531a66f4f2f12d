\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
DROP INDEX public.t_h_idx;
ALTER TABLE public.t DROP COLUMN h;
ALTER TABLE public.t ADD COLUMN h integer DEFAULT 5 NOT NULL;
CREATE VIEW public.v AS
 SELECT t.h
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE INDEX t_h_idx ON public.t (h);
COMMIT;
BEGIN;
LOCK TABLE ONLY public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.p DROP COLUMN y;
ALTER TABLE public.p ADD COLUMN y integer;
COMMIT;
