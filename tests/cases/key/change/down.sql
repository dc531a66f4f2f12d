\set ON_ERROR_STOP on
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_uq ON public.t (b);
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_pkey ON public.t (a);
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.u DROP CONSTRAINT u_t_b_fkey;
ALTER TABLE public.t DROP CONSTRAINT t_pkey;
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX pleat_new_t_pkey;
CREATE VIEW public.v AS
 SELECT t.a,
    t.b,
    t.c
   FROM public.t
  GROUP BY t.a;
ALTER VIEW public.v OWNER TO postgres;
ALTER TABLE public.t DROP CONSTRAINT uq;
ALTER TABLE public.t ADD CONSTRAINT uq UNIQUE USING INDEX pleat_new_uq;
ALTER TABLE public.u ADD CONSTRAINT u_t_b_fkey FOREIGN KEY (t_b) REFERENCES public.t(b);
COMMIT;
BEGIN;
ALTER TABLE public.u ADD CONSTRAINT u_t_a_fkey FOREIGN KEY (t_a) REFERENCES public.t(a);
COMMIT;
