\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.u DROP CONSTRAINT u_t_a_fkey;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_pkey ON public.t (b);
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_uq ON public.t (a);
BEGIN;
ALTER TABLE public.u DROP CONSTRAINT u_t_b_fkey;
ALTER TABLE public.t DROP CONSTRAINT uq;
ALTER TABLE public.t ADD CONSTRAINT uq UNIQUE USING INDEX pleat_new_uq DEFERRABLE;
DROP VIEW public.v;
ALTER TABLE public.t DROP CONSTRAINT t_pkey;
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX pleat_new_t_pkey;
ALTER TABLE public.u ADD CONSTRAINT u_t_b_fkey FOREIGN KEY (t_b) REFERENCES public.t(b);
CREATE VIEW public.v AS
 SELECT t.b,
    t.c
   FROM public.t
  GROUP BY t.b;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
