\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(internal)
 RETURNS internal
 LANGUAGE internal
 IMMUTABLE
AS $function$bytea_sortsupport$function$;
ALTER FUNCTION public.f(internal) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE TRANSFORM FOR public.pair LANGUAGE l (FROM SQL WITH FUNCTION public.f(internal));
COMMIT;
BEGIN;
DROP FUNCTION public."G"(internal);
COMMIT;
