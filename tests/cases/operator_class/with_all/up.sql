\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TYPE public.pair AS (a integer, b integer);
ALTER TYPE public.pair OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.pair_cmp(public.pair, public.pair)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$select btint4cmp($1.a, $2.a)$function$;
ALTER FUNCTION public.pair_cmp(public.pair, public.pair) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.pair_eq(public.pair, public.pair)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1.a = $2.a$function$;
ALTER FUNCTION public.pair_eq(public.pair, public.pair) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.pair_gt(public.pair, public.pair)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1.a > $2.a$function$;
ALTER FUNCTION public.pair_gt(public.pair, public.pair) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.pair_lt(public.pair, public.pair)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1.a < $2.a$function$;
ALTER FUNCTION public.pair_lt(public.pair, public.pair) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OPERATOR public.<! (FUNCTION = public.pair_lt, COMMUTATOR = OPERATOR(public.>!), LEFTARG = public.pair, RIGHTARG = public.pair);
ALTER OPERATOR public.<!(public.pair, public.pair) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OPERATOR public.=! (FUNCTION = public.pair_eq, COMMUTATOR = OPERATOR(public.=!), LEFTARG = public.pair, RIGHTARG = public.pair);
ALTER OPERATOR public.=!(public.pair, public.pair) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OPERATOR public.>! (FUNCTION = public.pair_gt, COMMUTATOR = OPERATOR(public.<!), LEFTARG = public.pair, RIGHTARG = public.pair);
ALTER OPERATOR public.>!(public.pair, public.pair) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OPERATOR FAMILY public.by_a USING btree;
ALTER OPERATOR FAMILY public.by_a USING btree OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OPERATOR CLASS public.by_a DEFAULT FOR TYPE public.pair USING btree FAMILY public.by_a AS OPERATOR 1 public.<!(public.pair,public.pair), OPERATOR 3 public.=!(public.pair,public.pair), OPERATOR 5 public.>!(public.pair,public.pair), FUNCTION 1 (public.pair, public.pair) public.pair_cmp(public.pair,public.pair);
ALTER OPERATOR CLASS public.by_a USING btree OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN p public.pair;
COMMIT;
CREATE INDEX CONCURRENTLY i ON public.t (p);
BEGIN;
CREATE TABLE public.u (
    p public.pair
) PARTITION BY RANGE (p);
ALTER TABLE public.u OWNER TO postgres;
COMMIT;
