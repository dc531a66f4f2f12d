\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.any_(a integer, VARIADIC "any")
 RETURNS integer
 LANGUAGE internal
 STABLE
AS $function$pg_num_nulls$function$;
ALTER FUNCTION public.any_(integer, "any") OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.over_(a bigint)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.over_(bigint) OWNER TO postgres;
COMMENT ON FUNCTION public.over_(bigint) IS 'of bigint';
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.value_changes(a integer DEFAULT (1 + 1), "default" text DEFAULT 'c'::text)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.variadic_(a text, VARIADIC b integer[] DEFAULT '{2}'::integer[])
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
COMMIT;
BEGIN;
DROP FUNCTION public.unnamed(integer, text);
CREATE OR REPLACE FUNCTION public.unnamed(a integer, b text)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.unnamed(integer, text) OWNER TO postgres;
COMMIT;
BEGIN;
GRANT EXECUTE ON FUNCTION public.over_(integer) TO PUBLIC;
REVOKE ALL ON FUNCTION public.over_(integer) FROM case_reader;
COMMIT;
BEGIN;
ALTER FUNCTION public.over_(text) OWNER TO case_owner;
REVOKE ALL ON FUNCTION public.over_(text) FROM PUBLIC;
COMMENT ON FUNCTION public.over_(text) IS NULL;
CREATE OR REPLACE FUNCTION public.over_(a text)
 RETURNS integer
 LANGUAGE sql
AS $function$select 2$function$;
COMMIT;
BEGIN;
DROP FUNCTION public.any_("any");
COMMIT;
BEGIN;
DROP FUNCTION public.over_();
COMMIT;
BEGIN;
DROP FUNCTION public.outs(integer, text);
CREATE OR REPLACE FUNCTION public.outs(a integer, OUT b integer, INOUT c text, OUT "D d" public.pair, OUT e integer)
 RETURNS record
 LANGUAGE sql
AS $function$select 1, c, null::pair, 1$function$;
ALTER FUNCTION public.outs(integer, text) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.poly(anyelement, anyarray);
CREATE OR REPLACE FUNCTION public.poly(a anyelement, b anyarray)
 RETURNS anyarray
 LANGUAGE sql
AS $function$select b$function$;
ALTER FUNCTION public.poly(anyelement, anyarray) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.rec(integer);
CREATE OR REPLACE FUNCTION public.rec(a integer, OUT b integer, OUT c integer)
 RETURNS SETOF record
 LANGUAGE sql
AS $function$select 1, 2$function$;
ALTER FUNCTION public.rec(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.set_of_table();
CREATE OR REPLACE FUNCTION public.set_of_table()
 RETURNS public.t
 LANGUAGE sql
AS $function$select * from t$function$;
ALTER FUNCTION public.set_of_table() OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.tab(integer);
CREATE OR REPLACE FUNCTION public.tab(a integer)
 RETURNS TABLE(x integer, "Y y" text, z integer)
 LANGUAGE sql
AS $function$select 1, null, 2$function$;
ALTER FUNCTION public.tab(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.trimmed(timestamp with time zone, numeric[]);
CREATE OR REPLACE FUNCTION public.trimmed(timestamp with time zone, numeric[])
 RETURNS text
 LANGUAGE sql
AS $function$select ''$function$;
ALTER FUNCTION public.trimmed(timestamp with time zone, numeric[]) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.value_goes(integer, integer);
CREATE OR REPLACE FUNCTION public.value_goes(a integer, b integer)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.value_goes(integer, integer) OWNER TO postgres;
COMMIT;
