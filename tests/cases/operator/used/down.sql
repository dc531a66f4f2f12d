\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
DROP INDEX public.i;
ALTER TABLE public.t DROP CONSTRAINT t_check;
DROP OPERATOR public.=!(public.pair, public.pair);
CREATE OPERATOR public.=! (FUNCTION = public.pair_eq, LEFTARG = public.pair, RIGHTARG = public.pair);
ALTER OPERATOR public.=!(public.pair, public.pair) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT (t.p OPERATOR(public.=!) t.q) AS same
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMENT ON VIEW public.v IS 'pairs';
CREATE INDEX i ON public.t (((p OPERATOR(public.=!) q)));
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK ((p OPERATOR(public.=!) q));
COMMIT;
