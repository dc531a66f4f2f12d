\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE AGGREGATE public.total(integer) (
    SFUNC = public.acc,
    STYPE = bigint,
    COMBINEFUNC = public.comb,
    INITCOND = '0',
    MSFUNC = public.acc,
    MINVFUNC = public.inv,
    MSTYPE = bigint,
    MINITCOND = '0',
    PARALLEL = RESTRICTED
);
COMMIT;
