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
CREATE OR REPLACE FUNCTION public.pair_int_lt(public.pair, integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1.a < $2$function$;
ALTER FUNCTION public.pair_int_lt(public.pair, integer) OWNER TO postgres;
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
CREATE OPERATOR public.<! (FUNCTION = public.pair_int_lt, LEFTARG = public.pair, RIGHTARG = integer);
ALTER OPERATOR public.<!(public.pair, integer) OWNER TO postgres;
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
CREATE OPERATOR FAMILY s.by_a USING btree;
ALTER OPERATOR FAMILY s.by_a USING btree OWNER TO postgres;
ALTER OPERATOR FAMILY s.by_a USING btree ADD OPERATOR 1 public.<!(public.pair,integer);
COMMIT;
BEGIN;
CREATE OPERATOR CLASS s.by_a FOR TYPE public.pair USING btree FAMILY s.by_a AS OPERATOR 1 public.<!(public.pair,public.pair), OPERATOR 3 public.=!(public.pair,public.pair), OPERATOR 5 public.>!(public.pair,public.pair), FUNCTION 1 (public.pair, public.pair) public.pair_cmp(public.pair,public.pair);
ALTER OPERATOR CLASS s.by_a USING btree OWNER TO postgres;
COMMIT;
