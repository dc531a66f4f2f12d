\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE AGGREGATE public.comb_(integer) (
    SFUNC = public.sf,
    STYPE = integer,
    PARALLEL = RESTRICTED
);
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.extra(integer) (
    SFUNC = public.sf,
    STYPE = integer,
    SSPACE = 200,
    FINALFUNC = public.ffx,
    FINALFUNC_EXTRA,
    MSFUNC = public.sf,
    MINVFUNC = public.inv,
    MSTYPE = integer,
    MFINALFUNC = public.ffx,
    MFINALFUNC_EXTRA
);
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.final_(integer) (
    SFUNC = public.sf,
    STYPE = integer,
    FINALFUNC = public.ff,
    FINALFUNC_MODIFY = READ_WRITE
);
COMMIT;
BEGIN;
ALTER AGGREGATE public.hypo(VARIADIC "any" ORDER BY VARIADIC "any") OWNER TO postgres;
COMMENT ON AGGREGATE public.hypo(VARIADIC "any" ORDER BY VARIADIC "any") IS 'hypothetical';
CREATE OR REPLACE AGGREGATE public.hypo(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = ordered_set_transition_multi,
    STYPE = internal,
    FINALFUNC = dense_rank_final,
    FINALFUNC_EXTRA,
    HYPOTHETICAL
);
COMMIT;
BEGIN;
GRANT EXECUTE ON FUNCTION public.many(integer[]) TO PUBLIC;
CREATE OR REPLACE AGGREGATE public.many(VARIADIC integer[]) (
    SFUNC = array_cat,
    STYPE = integer[],
    INITCOND = '{}'
);
COMMIT;
BEGIN;
ALTER AGGREGATE public.ordered(double precision ORDER BY anyelement) OWNER TO case_owner;
COMMENT ON AGGREGATE public.ordered(double precision ORDER BY anyelement) IS NULL;
CREATE OR REPLACE AGGREGATE public.ordered(double precision ORDER BY anyelement) (
    SFUNC = ordered_set_transition,
    STYPE = internal,
    FINALFUNC = percentile_disc_final,
    FINALFUNC_EXTRA,
    FINALFUNC_MODIFY = SHAREABLE
);
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.sorted(integer) (
    SFUNC = int4smaller,
    STYPE = integer,
    SORTOP = OPERATOR(pg_catalog.<)
);
COMMIT;
BEGIN;
GRANT EXECUTE ON FUNCTION public.star() TO case_reader;
COMMENT ON AGGREGATE public.star(*) IS 'all';
CREATE OR REPLACE AGGREGATE public.star(*) (
    SFUNC = int8inc,
    STYPE = bigint,
    INITCOND = '1'
);
COMMIT;
BEGIN;
REVOKE ALL ON FUNCTION public.plain(integer) FROM PUBLIC;
CREATE OR REPLACE AGGREGATE public.plain(integer) (
    SFUNC = public.sf_strict,
    STYPE = integer,
    INITCOND = '7'
);
COMMIT;
BEGIN;
DROP AGGREGATE public.serial_(numeric);
COMMIT;
BEGIN;
DROP AGGREGATE public."Odd ""name"(a integer, "B b" text);
CREATE AGGREGATE public."Odd ""name"(b integer, "B b" text) (
    SFUNC = public."Odd sf",
    STYPE = text
);
ALTER AGGREGATE public."Odd ""name"(b integer, "B b" text) OWNER TO postgres;
COMMIT;
BEGIN;
DROP AGGREGATE public.moving(integer);
CREATE AGGREGATE public.moving(integer) (
    SFUNC = public.sf,
    STYPE = integer,
    FINALFUNC = public.ff,
    MSFUNC = public.sf,
    MINVFUNC = public.inv,
    MSTYPE = integer,
    MSSPACE = 8,
    MFINALFUNC = public.ff,
    MFINALFUNC_MODIFY = READ_WRITE,
    MINITCOND = '2'
);
ALTER AGGREGATE public.moving(integer) OWNER TO postgres;
COMMIT;
