\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.greet(text);
CREATE OR REPLACE FUNCTION public.greet(name text, mark text DEFAULT '!'::text)
 RETURNS text
 LANGUAGE sql
AS $function$select 'Hi ' || name || mark$function$;
ALTER FUNCTION public.greet(text, text) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.greet('you'::text) AS g;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
