\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.value_goes(integer, integer);
CREATE OR REPLACE FUNCTION public.value_goes(a integer, b integer DEFAULT 2)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.value_goes(integer, integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.trimmed(timestamp with time zone, numeric[]);
CREATE OR REPLACE FUNCTION public.trimmed(timestamp with time zone, numeric[])
 RETURNS character varying
 LANGUAGE sql
AS $function$select ''$function$;
ALTER FUNCTION public.trimmed(timestamp with time zone, numeric[]) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.tab(integer);
CREATE OR REPLACE FUNCTION public.tab(a integer)
 RETURNS TABLE(x integer, "Y y" text)
 LANGUAGE sql
AS $function$select 1, null$function$;
ALTER FUNCTION public.tab(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.set_of_table();
CREATE OR REPLACE FUNCTION public.set_of_table()
 RETURNS SETOF public.t
 LANGUAGE sql
AS $function$select * from t$function$;
ALTER FUNCTION public.set_of_table() OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.rec(integer);
CREATE OR REPLACE FUNCTION public.rec(a integer)
 RETURNS SETOF record
 LANGUAGE sql
AS $function$select 1, 2$function$;
ALTER FUNCTION public.rec(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.poly(anyelement, anyarray);
CREATE OR REPLACE FUNCTION public.poly(a anyelement, b anyarray)
 RETURNS anyelement
 LANGUAGE sql
AS $function$select a$function$;
ALTER FUNCTION public.poly(anyelement, anyarray) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.outs(integer, text);
CREATE OR REPLACE FUNCTION public.outs(a integer, OUT b integer, INOUT c text, OUT "D d" public.pair)
 RETURNS record
 LANGUAGE sql
AS $function$select 1, c, null::pair$function$;
ALTER FUNCTION public.outs(integer, text) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.over_()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.over_() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.any_(VARIADIC "any")
 RETURNS integer
 LANGUAGE internal
 STABLE
AS $function$pg_num_nulls$function$;
ALTER FUNCTION public.any_("any") OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.over_(a text)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.over_(text) OWNER TO postgres;
GRANT EXECUTE ON FUNCTION public.over_(text) TO PUBLIC;
COMMENT ON FUNCTION public.over_(text) IS 'of text';
COMMIT;
BEGIN;
REVOKE ALL ON FUNCTION public.over_(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.over_(integer) TO case_reader WITH GRANT OPTION;
COMMIT;
BEGIN;
DROP FUNCTION public.unnamed(integer, text);
CREATE OR REPLACE FUNCTION public.unnamed(integer, text)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION public.unnamed(integer, text) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.variadic_(a text, VARIADIC b integer[] DEFAULT '{1}'::integer[])
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.value_changes(a integer DEFAULT 1, "default" text DEFAULT 'a, default b'::text)
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
COMMIT;
BEGIN;
DROP FUNCTION public.over_(bigint);
COMMIT;
BEGIN;
DROP FUNCTION public.any_(integer, "any");
COMMIT;
