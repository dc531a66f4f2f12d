\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.get();
DROP TABLE public.item;
CREATE TYPE public.item AS (id integer, name text);
ALTER TYPE public.item OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.get()
 RETURNS SETOF public.item
 LANGUAGE sql
AS $function$select 1, 'a'::text$function$;
ALTER FUNCTION public.get() OWNER TO postgres;
COMMIT;
