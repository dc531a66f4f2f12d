\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER DOMAIN public.code SET DEFAULT 'abcd'::text;
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN other public.code DEFAULT 'xyz'::text;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(public.code)
 RETURNS public.code
 LANGUAGE sql
 IMMUTABLE
AS $function$select upper($1)::code$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT public.f(t.code) AS code,
    t.other
   FROM public.t;
COMMIT;
BEGIN;
ALTER DOMAIN public.code SET NOT NULL;
COMMIT;
BEGIN;
ALTER DOMAIN public.base_code DROP CONSTRAINT base_code_check;
ALTER DOMAIN public.base_code ADD CONSTRAINT base_code_check CHECK (((length(VALUE) >= 3) AND (length(VALUE) <= 5)));
COMMIT;
BEGIN;
ALTER DOMAIN public.code DROP CONSTRAINT code_check;
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK (((VALUE)::text ~ '^[a-z0-9]+$'::text));
COMMIT;
