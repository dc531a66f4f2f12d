\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.same(public.box2, public.box2)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$ begin return ($1).a = ($2).a and ($1).b = ($2).b; end $function$;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_check;
DROP INDEX public.t_same;
DROP VIEW public.v;
DROP OPERATOR public.~==(public.box2, public.box2);
CREATE OPERATOR public.~== (FUNCTION = public.same, COMMUTATOR = OPERATOR(public.~==), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, LEFTARG = public.box2, RIGHTARG = public.box2);
ALTER OPERATOR public.~==(public.box2, public.box2) OWNER TO case_superuser;
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK ((x OPERATOR(public.~==) y));
CREATE INDEX t_same ON public.t (((x OPERATOR(public.~==) y)));
CREATE VIEW public.v AS
 SELECT (t.x OPERATOR(public.~==) t.y) AS same
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
