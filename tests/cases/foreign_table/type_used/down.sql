\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t DROP COLUMN a;
DROP TYPE public.mood;
CREATE TYPE public.mood AS ENUM ('a', 'b');
ALTER TYPE public.mood OWNER TO postgres;
ALTER TABLE public.t ADD COLUMN a public.mood;
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN n TYPE integer;
COMMIT;
