\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER DOMAIN public.code DROP CONSTRAINT code_check;
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK (((VALUE)::text ~ '^[a-z]+$'::text));
COMMIT;
BEGIN;
ALTER DOMAIN public.base_code DROP CONSTRAINT base_code_check;
ALTER DOMAIN public.base_code ADD CONSTRAINT base_code_check CHECK ((length(VALUE) = 3));
COMMIT;
BEGIN;
ALTER DOMAIN public.code DROP NOT NULL;
COMMIT;
BEGIN;
DROP VIEW public.v;
CREATE OR REPLACE VIEW public.v AS
 SELECT public.f(t.code) AS code
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(public.code)
 RETURNS public.code
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1$function$;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN other;
COMMIT;
BEGIN;
ALTER DOMAIN public.code SET DEFAULT 'abc'::text;
COMMIT;
