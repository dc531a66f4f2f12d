\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN email DROP NOT NULL;
ALTER TABLE public.t ALTER COLUMN email TYPE public.citext USING email::public.citext;
CREATE VIEW public.v AS
 SELECT t.email
   FROM public.t
  WHERE public.same(t.email, 'x'::public.citext);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
DROP INDEX public.t_name;
ALTER TABLE public.t ALTER COLUMN name TYPE text USING name::text;
CREATE INDEX t_name ON public.t USING gin (name public.gin_trgm_ops);
ALTER TABLE public.t ADD COLUMN tags text[];
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.same(public.citext, public.citext)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 OPERATOR(public.=) $2);
COMMIT;
DROP INDEX CONCURRENTLY public.t_attrs;
BEGIN;
ALTER TABLE public.t DROP COLUMN attrs;
COMMIT;
BEGIN;
DROP DOMAIN public.email;
COMMIT;
BEGIN;
DROP EXTENSION hstore;
COMMIT;
