\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP INDEX public.t_same;
ALTER TABLE public.t DROP CONSTRAINT t_check;
DROP OPERATOR public.~==(public.box2, public.box2);
CREATE OPERATOR public.~== (FUNCTION = public.same, COMMUTATOR = OPERATOR(public.~==), LEFTARG = public.box2, RIGHTARG = public.box2);
ALTER OPERATOR public.~==(public.box2, public.box2) OWNER TO postgres;
COMMENT ON OPERATOR public.~==(public.box2, public.box2) IS 'alike';
CREATE VIEW public.v AS
 SELECT (t.x OPERATOR(public.~==) t.y) AS same
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE INDEX t_same ON public.t (((x OPERATOR(public.~==) y)));
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK ((x OPERATOR(public.~==) y));
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.same(public.box2, public.box2)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$ begin return ($1).a = ($2).a; end $function$;
COMMIT;
