\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.p DETACH PARTITION public.p2;
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES FROM ('2026-02-01') TO ('2026-02-15');
COMMIT;
BEGIN;
DROP POLICY own ON public.p1;
DROP VIEW public.first;
DROP MATERIALIZED VIEW public.months;
DROP VIEW public.totals;
LOCK TABLE ONLY public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.p ALTER COLUMN amount TYPE bigint USING amount::bigint;
CREATE TABLE public.p3 PARTITION OF public.p FOR VALUES FROM ('2026-02-15') TO ('2026-03-01');
ALTER TABLE public.p3 OWNER TO postgres;
CREATE POLICY own ON public.p1 FOR ALL USING ((amount > 0));
CREATE VIEW public.first AS
 SELECT p1.id,
    p1.amount
   FROM public.p1;
ALTER VIEW public.first OWNER TO postgres;
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
COMMIT;
