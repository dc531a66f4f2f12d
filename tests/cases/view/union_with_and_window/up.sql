\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.b ADD COLUMN extra text;
COMMIT;
BEGIN;
DROP VIEW public.ranked;
DROP VIEW public.ab;
ALTER TABLE public.a ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.a ALTER COLUMN v TYPE numeric USING v::numeric;
ALTER TABLE public.b ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.b ALTER COLUMN v TYPE numeric USING v::numeric;
CREATE VIEW public.ab AS
 SELECT a.id,
    a.v,
    a.at
   FROM public.a
UNION ALL
 SELECT b.id,
    b.v,
    b.at
   FROM public.b
  WHERE (b.extra IS NULL);
ALTER VIEW public.ab OWNER TO postgres;
CREATE VIEW public.ranked AS
 WITH x AS (
         SELECT ab.id,
            ab.v,
            dense_rank() OVER w AS r
           FROM public.ab
          WINDOW w AS (PARTITION BY ab.at ORDER BY ab.v DESC)
        )
 SELECT x.id,
    x.r,
    x.v
   FROM x
  WHERE (x.r < 5);
ALTER VIEW public.ranked OWNER TO postgres;
COMMIT;
