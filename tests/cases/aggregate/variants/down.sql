\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP AGGREGATE public.moving(integer);
CREATE AGGREGATE public.moving(integer) (
    SFUNC = public.sf,
    STYPE = integer,
    INITCOND = '1',
    MSFUNC = public.sf,
    MINVFUNC = public.inv,
    MSTYPE = integer,
    MINITCOND = '0'
);
ALTER AGGREGATE public.moving(integer) OWNER TO postgres;
COMMIT;
BEGIN;
DROP AGGREGATE public."Odd ""name"(b integer, "B b" text);
CREATE AGGREGATE public."Odd ""name"(a integer, "B b" text) (
    SFUNC = public."Odd sf",
    STYPE = text
);
ALTER AGGREGATE public."Odd ""name"(a integer, "B b" text) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE AGGREGATE public.serial_(numeric) (
    SFUNC = numeric_avg_accum,
    STYPE = internal,
    FINALFUNC = numeric_avg,
    COMBINEFUNC = numeric_avg_combine,
    SERIALFUNC = numeric_avg_serialize,
    DESERIALFUNC = numeric_avg_deserialize,
    PARALLEL = SAFE
);
ALTER AGGREGATE public.serial_(numeric) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.plain(integer) (
    SFUNC = public.sf,
    STYPE = integer
);
GRANT EXECUTE ON FUNCTION public.plain(integer) TO PUBLIC;
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.star(*) (
    SFUNC = int8inc,
    STYPE = bigint,
    INITCOND = '0'
);
REVOKE ALL ON FUNCTION public.star() FROM case_reader;
COMMENT ON AGGREGATE public.star(*) IS 'star';
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.sorted(integer) (
    SFUNC = int4larger,
    STYPE = integer,
    SORTOP = OPERATOR(pg_catalog.>)
);
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.ordered(double precision ORDER BY anyelement) (
    SFUNC = ordered_set_transition,
    STYPE = internal,
    FINALFUNC = percentile_disc_final,
    FINALFUNC_EXTRA
);
ALTER AGGREGATE public.ordered(double precision ORDER BY anyelement) OWNER TO postgres;
COMMENT ON AGGREGATE public.ordered(double precision ORDER BY anyelement) IS 'ordered';
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.many(VARIADIC integer[]) (
    SFUNC = array_cat,
    STYPE = integer[]
);
REVOKE ALL ON FUNCTION public.many(integer[]) FROM PUBLIC;
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.hypo(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = ordered_set_transition_multi,
    STYPE = internal,
    FINALFUNC = rank_final,
    FINALFUNC_EXTRA,
    HYPOTHETICAL
);
ALTER AGGREGATE public.hypo(VARIADIC "any" ORDER BY VARIADIC "any") OWNER TO case_owner;
COMMENT ON AGGREGATE public.hypo(VARIADIC "any" ORDER BY VARIADIC "any") IS NULL;
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.final_(integer) (
    SFUNC = public.sf,
    STYPE = integer,
    FINALFUNC = public.ff,
    FINALFUNC_MODIFY = SHAREABLE
);
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.extra(integer) (
    SFUNC = public.sf,
    STYPE = integer,
    SSPACE = 100,
    FINALFUNC = public.ffx,
    FINALFUNC_EXTRA
);
COMMIT;
BEGIN;
CREATE OR REPLACE AGGREGATE public.comb_(integer) (
    SFUNC = public.sf,
    STYPE = integer,
    COMBINEFUNC = public.comb,
    PARALLEL = SAFE
);
COMMIT;
