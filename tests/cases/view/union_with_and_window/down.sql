\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.ranked;
DROP VIEW public.ab;
ALTER TABLE public.b ALTER COLUMN v TYPE integer USING v::integer;
ALTER TABLE public.b ALTER COLUMN id TYPE integer USING id::integer;
ALTER TABLE public.a ALTER COLUMN v TYPE integer USING v::integer;
ALTER TABLE public.a ALTER COLUMN id TYPE integer USING id::integer;
CREATE VIEW public.ab AS
 SELECT a.id,
    a.v,
    a.at
   FROM public.a
UNION ALL
 SELECT b.id,
    b.v,
    b.at
   FROM public.b;
ALTER VIEW public.ab OWNER TO postgres;
CREATE VIEW public.ranked AS
 WITH x AS (
         SELECT ab.id,
            ab.v,
            rank() OVER (PARTITION BY ab.at ORDER BY ab.v) AS r
           FROM public.ab
        )
 SELECT x.id,
    x.r
   FROM x
  WHERE (x.r < 3);
ALTER VIEW public.ranked OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.b DROP COLUMN extra;
COMMIT;
