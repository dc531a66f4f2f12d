\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.u DROP CONSTRAINT u_t_id_fkey;
DROP VIEW public.over;
DROP VIEW public.totals;
ALTER TABLE public.u ALTER COLUMN t_id TYPE bigint USING t_id::bigint;
ALTER TABLE public.t DROP CONSTRAINT t_pkey;
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_key ON public.t (id) INCLUDE (name);
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT t_key PRIMARY KEY USING INDEX pleat_new_t_key;
ALTER TABLE public.u ADD CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t(id);
CREATE VIEW public.totals AS
 SELECT t.id,
    t.name,
    sum(u.n) AS n
   FROM (public.t
     LEFT JOIN public.u ON ((u.t_id = t.id)))
  GROUP BY t.id;
ALTER VIEW public.totals OWNER TO postgres;
CREATE VIEW public.over AS
 SELECT totals.name,
    totals.n
   FROM public.totals
  WHERE (totals.n > 1);
ALTER VIEW public.over OWNER TO postgres;
COMMIT;
