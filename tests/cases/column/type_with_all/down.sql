\set ON_ERROR_STOP on
BEGIN;
DROP INDEX public.mv_n;
DROP MATERIALIZED VIEW public.mv;
DROP VIEW public.vv;
DROP VIEW public.v;
DROP TRIGGER on_n ON public.t;
DROP INDEX public.t_expr;
ALTER TABLE public.t DROP CONSTRAINT t_n_check;
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN n TYPE integer USING n::integer;
CREATE MATERIALIZED VIEW public.mv AS
 SELECT t.n
   FROM public.t;
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
CREATE INDEX mv_n ON public.mv (n);
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
CREATE VIEW public.v AS
 SELECT t.id,
    (t.n + 1) AS next
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
GRANT SELECT ON TABLE public.v TO case_reader;
COMMENT ON VIEW public.v IS 'of n';
COMMENT ON COLUMN public.v.next IS 'n + 1';
CREATE VIEW public.vv AS
 SELECT v.next
   FROM public.v;
ALTER VIEW public.vv OWNER TO case_owner;
CREATE TRIGGER on_n BEFORE UPDATE OF n ON public.t FOR EACH ROW WHEN ((new.n > 1)) EXECUTE FUNCTION public.tf();
CREATE INDEX t_expr ON public.t (((n + 1))) WHERE (n > 3);
ALTER TABLE public.t ADD CONSTRAINT t_n_check CHECK ((n > 0));
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT 5;
COMMIT;
BEGIN;
ALTER TABLE public.u ALTER COLUMN t_id TYPE integer USING t_id::integer;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN m TYPE integer USING m::integer;
COMMIT;
