\set ON_ERROR_STOP on
BEGIN;
DROP INDEX public.i;
DROP TYPE public.pairs;
DROP OPERATOR CLASS public.by_a USING btree;
DROP OPERATOR public.<!(public.pair, public.pair);
CREATE OPERATOR public.<! (FUNCTION = public.pair_lt, COMMUTATOR = OPERATOR(public.>!), LEFTARG = public.pair, RIGHTARG = public.pair);
ALTER OPERATOR public.<!(public.pair, public.pair) OWNER TO postgres;
CREATE OPERATOR CLASS public.by_a FOR TYPE public.pair USING btree FAMILY public.by_a AS OPERATOR 1 public.<!(public.pair,public.pair), OPERATOR 3 public.=!(public.pair,public.pair), OPERATOR 5 public.>!(public.pair,public.pair), FUNCTION 1 (public.pair, public.pair) public.pair_cmp(public.pair,public.pair);
ALTER OPERATOR CLASS public.by_a USING btree OWNER TO postgres;
CREATE INDEX i ON public.t (p public.by_a);
COMMENT ON INDEX public.i IS 'by a';
CREATE TYPE public.pairs AS RANGE (subtype = public.pair, subtype_opclass = public.by_a, multirange_type_name = public.pairs_multirange);
ALTER TYPE public.pairs OWNER TO postgres;
COMMIT;
