\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TRUSTED LANGUAGE "Fresh one" HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
ALTER LANGUAGE "Fresh one" OWNER TO postgres;
GRANT USAGE ON LANGUAGE "Fresh one" TO case_reader;
COMMIT;
BEGIN;
ALTER LANGUAGE kept OWNER TO case_owner;
COMMENT ON LANGUAGE kept IS 'new';
COMMIT;
BEGIN;
CREATE OR REPLACE LANGUAGE "o{the}r[?x]" HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator;
COMMIT;
BEGIN;
GRANT USAGE ON LANGUAGE third TO PUBLIC;
GRANT USAGE ON LANGUAGE third TO case_reader;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE "Fresh one"
AS $function$begin return 1; end$function$;
ALTER FUNCTION public.f() OWNER TO postgres;
COMMIT;
BEGIN;
DROP LANGUAGE gone;
COMMIT;
