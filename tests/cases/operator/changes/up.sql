\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE SCHEMA "Other";
ALTER SCHEMA "Other" OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.pair_ne(public.pair, public.pair)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1.a <> $2.a$function$;
ALTER FUNCTION public.pair_ne(public.pair, public.pair) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OPERATOR "Other".<> (FUNCTION = public.pair_ne, LEFTARG = public.pair, RIGHTARG = public.pair);
ALTER OPERATOR "Other".<>(public.pair, public.pair) OWNER TO postgres;
COMMIT;
BEGIN;
ALTER OPERATOR public.<!(public.pair, public.pair) SET (RESTRICT = scalarltsel);
COMMIT;
BEGIN;
CREATE OPERATOR public.@ (FUNCTION = public.pair_a, RIGHTARG = public.pair);
ALTER OPERATOR public.@(none, public.pair) OWNER TO postgres;
COMMENT ON OPERATOR public.@(none, public.pair) IS 'its a';
COMMIT;
BEGIN;
DROP OPERATOR public.!(none, public.pair);
COMMIT;
BEGIN;
DROP OPERATOR public.~~!(public.pair, public.pair);
COMMIT;
BEGIN;
DROP OPERATOR public.=!(public.pair, public.pair);
CREATE OPERATOR public.=! (FUNCTION = public.pair_eq, COMMUTATOR = OPERATOR(public.=!), JOIN = eqjoinsel, HASHES, MERGES, LEFTARG = public.pair, RIGHTARG = public.pair);
ALTER OPERATOR public.=!(public.pair, public.pair) OWNER TO case_owner;
COMMENT ON OPERATOR public.=!(public.pair, public.pair) IS 'new';
COMMIT;
