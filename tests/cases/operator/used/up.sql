\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_check;
DROP INDEX public.i;
DROP VIEW public.v;
DROP OPERATOR public.=!(public.pair, public.pair);
CREATE OPERATOR public.=! (FUNCTION = public.pair_eq, COMMUTATOR = OPERATOR(public.=!), LEFTARG = public.pair, RIGHTARG = public.pair);
ALTER OPERATOR public.=!(public.pair, public.pair) OWNER TO postgres;
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK ((p OPERATOR(public.=!) q));
CREATE INDEX i ON public.t (((p OPERATOR(public.=!) q)));
CREATE VIEW public.v AS
 SELECT (t.p OPERATOR(public.=!) t.q) AS same
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMENT ON VIEW public.v IS 'pairs';
COMMIT;
