\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.best_week;
DROP VIEW public.weekly;
DROP VIEW public.daily;
ALTER TABLE public.reading ALTER COLUMN value TYPE bigint USING value::bigint;
ALTER TABLE public.reading ALTER COLUMN taken TYPE timestamp with time zone USING taken::timestamp with time zone;
CREATE VIEW public.daily AS
 SELECT (reading.taken)::date AS day,
    sum(reading.value) AS total
   FROM public.reading
  GROUP BY ((reading.taken)::date);
ALTER VIEW public.daily OWNER TO postgres;
GRANT SELECT ON TABLE public.daily TO case_owner WITH GRANT OPTION;
CREATE VIEW public.weekly AS
 SELECT date_trunc('week'::text, (daily.day)::timestamp with time zone) AS week,
    sum(daily.total) AS total
   FROM public.daily
  GROUP BY (date_trunc('week'::text, (daily.day)::timestamp with time zone));
ALTER VIEW public.weekly OWNER TO postgres;
COMMENT ON VIEW public.weekly IS 'by ISO week';
CREATE VIEW public.best_week AS
 SELECT max(weekly.total) AS total
   FROM public.weekly;
ALTER VIEW public.best_week OWNER TO case_owner;
COMMIT;
