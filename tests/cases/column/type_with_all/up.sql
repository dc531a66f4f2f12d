\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN m TYPE bigint USING m::bigint;
COMMIT;
BEGIN;
ALTER TABLE public.u ALTER COLUMN t_id TYPE bigint USING t_id::bigint;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.t DROP CONSTRAINT t_n_check;
DROP INDEX public.t_expr;
DROP TRIGGER on_n ON public.t;
DROP VIEW public.vv;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;
DROP INDEX public.mv_n;
DROP MATERIALIZED VIEW public.mv;
ALTER TABLE public.t ALTER COLUMN n TYPE numeric USING n::numeric;
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT 5;
ALTER TABLE public.t ADD CONSTRAINT t_n_check CHECK ((n > (0)::numeric));
CREATE INDEX t_expr ON public.t (((n + (1)::numeric))) WHERE (n > (3)::numeric);
CREATE TRIGGER on_n BEFORE UPDATE OF n ON public.t FOR EACH ROW WHEN ((new.n > (1)::numeric)) EXECUTE FUNCTION public.tf();
CREATE VIEW public.v AS
 SELECT t.id,
    (t.n + (1)::numeric) AS next
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
GRANT SELECT ON TABLE public.v TO case_reader;
COMMENT ON VIEW public.v IS 'of n';
COMMENT ON COLUMN public.v.next IS 'n + 1';
CREATE VIEW public.vv AS
 SELECT v.next
   FROM public.v;
ALTER VIEW public.vv OWNER TO case_owner;
CREATE MATERIALIZED VIEW public.mv AS
 SELECT t.n
   FROM public.t;
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
CREATE INDEX mv_n ON public.mv (n);
COMMIT;
