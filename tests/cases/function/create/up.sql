\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(a integer, b text DEFAULT 'x'::text, VARIADIC c integer[] DEFAULT '{}'::integer[])
 RETURNS TABLE(x integer, y text)
 LANGUAGE sql
 STABLE PARALLEL SAFE STRICT COST 5 ROWS 7
AS $function$ select 1, 'a' $function$;
ALTER FUNCTION public.f(integer, text, integer[]) OWNER TO postgres;
COMMENT ON FUNCTION public.f(integer, text, integer[]) IS 'f';
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.g(anyelement, OUT r anyarray)
 RETURNS anyarray
 LANGUAGE sql
 IMMUTABLE LEAKPROOF
AS $function$select array[$1]$function$;
ALTER FUNCTION public.g(anyelement) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.h()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
 SET work_mem TO '1MB'
AS $function$
begin
  -- a comment; with ' and $$
  perform 1;
end
$function$;
ALTER FUNCTION public.h() OWNER TO postgres;
REVOKE ALL ON FUNCTION public.h() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.h() TO case_reader;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.i(INOUT a integer, INOUT b integer)
 RETURNS record
 LANGUAGE plpgsql
AS $function$begin a := b; end$function$;
ALTER FUNCTION public.i(integer, integer) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.k(x integer)
 RETURNS integer
 LANGUAGE sql
BEGIN ATOMIC
 SELECT (x + 1);
 SELECT x AS x;
END;
ALTER FUNCTION public.k(integer) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.l(x integer)
 RETURNS integer
 LANGUAGE sql
RETURN (x + 1);
ALTER FUNCTION public.l(integer) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.p(INOUT a integer, IN b integer DEFAULT 2)
 LANGUAGE plpgsql
AS $procedure$begin commit; end$procedure$;
ALTER PROCEDURE public.p(integer, integer) OWNER TO case_owner;
COMMIT;
