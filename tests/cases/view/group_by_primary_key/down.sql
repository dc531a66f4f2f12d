\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.u ALTER COLUMN t_id TYPE integer USING t_id::integer;
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
CREATE VIEW public.v AS
 SELECT t.id,
    t.a,
    count(u.id) AS n
   FROM (public.t
     LEFT JOIN public.u ON ((u.t_id = t.id)))
  GROUP BY t.id;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN b;
COMMIT;
