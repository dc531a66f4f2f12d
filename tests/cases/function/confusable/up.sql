\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.gone(a text, b text DEFAULT 'x'::text)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.gone(text, text) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.stays(a integer, b integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.stays(integer, integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.out_first(integer);
CREATE OR REPLACE FUNCTION public.out_first(OUT a integer, b integer, c integer DEFAULT 0)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.out_first(integer, integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP PROCEDURE public.p(integer, integer);
CREATE OR REPLACE PROCEDURE public.p(IN a integer, INOUT b integer, IN c integer DEFAULT 1)
 LANGUAGE sql
AS $procedure$select 1$procedure$;
ALTER PROCEDURE public.p(integer, integer, integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.gone(integer, text);
COMMIT;
BEGIN;
DROP FUNCTION public.first_(integer, integer);
CREATE OR REPLACE FUNCTION public.first_(a integer, b text DEFAULT 'x'::text)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.first_(integer, text) OWNER TO postgres;
COMMIT;
