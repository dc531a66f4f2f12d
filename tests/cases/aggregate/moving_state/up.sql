\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.add(integer, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ($1 + $2);
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.total(integer) (
    SFUNC = public.add,
    STYPE = integer,
    COMBINEFUNC = public.add,
    INITCOND = '1',
    MSFUNC = public.add,
    MINVFUNC = public.minus,
    MSTYPE = integer,
    MINITCOND = '1',
    PARALLEL = SAFE
);
COMMIT;
