\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.other(integer);
DROP VIEW public.v;
DROP FUNCTION public.drops(integer);
DROP FUNCTION public.gets(text);
CREATE TRANSFORM FOR text LANGUAGE l (FROM SQL WITH FUNCTION public.f(internal));
DROP TRANSFORM FOR integer LANGUAGE l;
CREATE OR REPLACE FUNCTION public.drops(integer)
 RETURNS integer
 LANGUAGE l
AS $function$begin return 2; end$function$;
ALTER FUNCTION public.drops(integer) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.gets(text)
 RETURNS integer
 TRANSFORM FOR TYPE text
 LANGUAGE l
AS $function$begin return 1; end$function$;
ALTER FUNCTION public.gets(text) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.other(integer)
 RETURNS integer
 LANGUAGE l
AS $function$begin return 1; end$function$;
ALTER FUNCTION public.other(integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.drops(1) AS drops,
    public.gets('a'::text) AS gets;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
