\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE AGGREGATE public.total(integer) (
    SFUNC = public.acc,
    STYPE = bigint,
    INITCOND = '0',
    PARALLEL = SAFE
);
COMMIT;
