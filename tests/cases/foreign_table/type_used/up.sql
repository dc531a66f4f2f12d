\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN n TYPE numeric;
COMMIT;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t DROP COLUMN a;
DROP TYPE public.mood;
CREATE TYPE public.mood AS ENUM ('b', 'c');
ALTER TYPE public.mood OWNER TO postgres;
ALTER TABLE public.t ADD COLUMN a public.mood;
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
