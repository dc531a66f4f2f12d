\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE AGGREGATE public.gone(integer) (
    SFUNC = public.s,
    STYPE = integer
);
ALTER AGGREGATE public.gone(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP AGGREGATE public.two(a integer, b integer);
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.total(integer) (
    SFUNC = public.s,
    STYPE = integer,
    INITCOND = '0'
);
COMMIT;
BEGIN;
DROP AGGREGATE public.count_all(*);
COMMIT;
BEGIN;
DROP FUNCTION public.s2(integer, integer, integer);
COMMIT;
BEGIN;
DROP FUNCTION public.inc(integer);
COMMIT;
BEGIN;
DROP FUNCTION public.fin(integer);
COMMIT;
