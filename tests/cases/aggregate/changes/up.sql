\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.fin(integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1::text$function$;
ALTER FUNCTION public.fin(integer) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.inc(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1 + 1$function$;
ALTER FUNCTION public.inc(integer) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.s2(integer, integer, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1$function$;
ALTER FUNCTION public.s2(integer, integer, integer) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE AGGREGATE public.count_all(*) (
    SFUNC = public.inc,
    STYPE = integer,
    INITCOND = '0'
);
ALTER AGGREGATE public.count_all(*) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.total(integer) (
    SFUNC = public.s,
    STYPE = integer,
    COMBINEFUNC = public.s,
    INITCOND = '5',
    PARALLEL = SAFE
);
COMMIT;
BEGIN;
CREATE AGGREGATE public.two(a integer, b integer) (
    SFUNC = public.s2,
    STYPE = integer,
    FINALFUNC = public.fin
);
ALTER AGGREGATE public.two(a integer, b integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP AGGREGATE public.gone(integer);
COMMIT;
