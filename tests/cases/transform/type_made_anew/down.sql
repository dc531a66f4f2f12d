\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP TRANSFORM FOR public.color LANGUAGE "L l";
DROP FUNCTION public.g(internal);
DROP TYPE public.color;
CREATE TYPE public.color AS ENUM ('red', 'green', 'blue');
ALTER TYPE public.color OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.g(internal)
 RETURNS public.color
 LANGUAGE internal
 IMMUTABLE
AS $function$enum_in$function$;
ALTER FUNCTION public.g(internal) OWNER TO postgres;
CREATE TRANSFORM FOR public.color LANGUAGE "L l" (FROM SQL WITH FUNCTION public.f(internal), TO SQL WITH FUNCTION public.g(internal));
COMMENT ON TRANSFORM FOR public.color LANGUAGE "L l" IS 'a color';
COMMIT;
