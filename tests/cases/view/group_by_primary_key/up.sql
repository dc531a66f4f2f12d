\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN b text;
COMMIT;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.u ALTER COLUMN t_id TYPE bigint USING t_id::bigint;
CREATE VIEW public.v AS
 SELECT t.id,
    t.a,
    t.b,
    count(u.id) AS n
   FROM (public.t
     LEFT JOIN public.u ON ((u.t_id = t.id)))
  GROUP BY t.id;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
