\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN a TYPE text;
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE pg_catalog."C";
COMMIT;
