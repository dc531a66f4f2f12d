\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.pair_int_cmp(public.pair, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select btint4cmp($1.a, $2)$function$;
ALTER FUNCTION public.pair_int_cmp(public.pair, integer) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OPERATOR FAMILY public."Fresh one" USING hash;
ALTER OPERATOR FAMILY public."Fresh one" USING hash OWNER TO postgres;
COMMIT;
BEGIN;
ALTER OPERATOR FAMILY public.kept USING btree OWNER TO case_owner;
COMMENT ON OPERATOR FAMILY public.kept USING btree IS 'new';
COMMIT;
BEGIN;
ALTER OPERATOR FAMILY public.members USING btree DROP OPERATOR 1 (public.pair,integer);
ALTER OPERATOR FAMILY public.members USING btree ADD OPERATOR 3 public.=!(public.pair,integer), FUNCTION 1 (public.pair, integer) public.pair_int_cmp(public.pair,integer);
COMMIT;
BEGIN;
DROP OPERATOR FAMILY public.gone USING btree;
COMMIT;
