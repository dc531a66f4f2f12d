\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE AGGREGATE public.total(integer) (
    SFUNC = public.add,
    STYPE = integer,
    INITCOND = '0',
    MSFUNC = public.add,
    MINVFUNC = public.minus,
    MSTYPE = integer,
    MINITCOND = '0'
);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.add(integer, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE STRICT
RETURN ($1 + $2);
COMMIT;
