\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public."G"(internal)
 RETURNS internal
 LANGUAGE internal
 IMMUTABLE
AS $function$bytea_sortsupport$function$;
ALTER FUNCTION public."G"(internal) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE TRANSFORM FOR public.pair LANGUAGE l (FROM SQL WITH FUNCTION public."G"(internal));
COMMIT;
BEGIN;
DROP FUNCTION public.f(internal);
COMMIT;
