\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP INDEX public.t_uniq;
DROP INDEX public.t_key;
ALTER TABLE public.t ALTER COLUMN c TYPE integer USING c::integer;
ALTER TABLE public.t ALTER COLUMN a TYPE text USING a::text;
CREATE UNIQUE INDEX t_uniq ON public.t (public.key_of(a), ((b ->> 'x'::text))) WHERE (c > 0);
CREATE INDEX t_key ON public.t (public.key_of(a));
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.key_of(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN lower($1);
COMMIT;
DROP INDEX CONCURRENTLY public.t_gin;
