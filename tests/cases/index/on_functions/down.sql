\set ON_ERROR_STOP on
SET check_function_bodies = off;
DROP INDEX CONCURRENTLY public.t_uniq;
DROP INDEX CONCURRENTLY public.t_key;
BEGIN;
CREATE OR REPLACE FUNCTION public.key_of(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN lower($1);
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN c TYPE integer USING c::integer;
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY t_uniq ON public.t (public.key_of(a), ((b ->> 'x'::text))) WHERE (c > 0);
CREATE INDEX CONCURRENTLY t_key ON public.t (public.key_of(a));
DROP INDEX CONCURRENTLY public.t_gin;
