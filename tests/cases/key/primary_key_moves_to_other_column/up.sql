\set ON_ERROR_STOP on
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_id_key ON public.t (id);
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_pkey ON public.t (code);
BEGIN;
ALTER TABLE public.r DROP CONSTRAINT r_code_fkey;
ALTER TABLE public.t DROP CONSTRAINT t_code_key;
ALTER TABLE public.r DROP CONSTRAINT r_t_id_fkey;
ALTER TABLE public.t ADD CONSTRAINT t_id_key UNIQUE USING INDEX pleat_new_t_id_key;
ALTER TABLE public.t DROP CONSTRAINT t_pkey;
ALTER TABLE public.r ADD CONSTRAINT r_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t(id);
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX pleat_new_t_pkey;
ALTER TABLE public.r ADD CONSTRAINT r_code_fkey FOREIGN KEY (code) REFERENCES public.t(code);
COMMIT;
