\set ON_ERROR_STOP on
BEGIN;
DROP MATERIALIZED VIEW public.months;
DROP VIEW public.totals;
DROP VIEW public.first;
DROP POLICY own ON public.p1;
DROP TABLE public.p3;
LOCK TABLE ONLY public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.p ALTER COLUMN amount TYPE numeric USING amount::numeric;
CREATE VIEW public.totals AS
 SELECT p.d,
    sum(p.amount) AS amount
   FROM public.p
  GROUP BY p.d;
ALTER VIEW public.totals OWNER TO postgres;
CREATE MATERIALIZED VIEW public.months AS
 SELECT date_trunc('month'::text, (totals.d)::timestamp with time zone) AS month,
    totals.amount
   FROM public.totals;
ALTER MATERIALIZED VIEW public.months OWNER TO postgres;
CREATE VIEW public.first AS
 SELECT p1.id,
    p1.amount
   FROM public.p1;
ALTER VIEW public.first OWNER TO postgres;
CREATE POLICY own ON public.p1 FOR ALL USING ((amount > (0)::numeric));
COMMIT;
BEGIN;
ALTER TABLE public.p DETACH PARTITION public.p2;
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
COMMIT;
