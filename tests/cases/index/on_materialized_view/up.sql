\set ON_ERROR_STOP on
BEGIN;
CREATE MATERIALIZED VIEW public.pleat_new_m AS
 SELECT t.a,
    t.b,
    1 AS c
   FROM public.t;
CREATE UNIQUE INDEX pleat_new_m_a ON public.pleat_new_m (a);
CREATE INDEX pleat_new_m_b ON public.pleat_new_m (lower(b)) WHERE (a > 0);
COMMIT;
BEGIN;
DROP MATERIALIZED VIEW public.m;
ALTER MATERIALIZED VIEW public.pleat_new_m RENAME TO m;
ALTER INDEX public.pleat_new_m_a RENAME TO m_a;
ALTER INDEX public.pleat_new_m_b RENAME TO m_b;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
COMMIT;
