\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN b integer;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_a_b_key ON public.t (a, b);
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_c_key ON public.t (c);
CREATE INDEX CONCURRENTLY t_b_a_idx ON public.t (b, a);
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT t_c_key UNIQUE USING INDEX pleat_new_t_c_key;
ALTER TABLE public.t ADD CONSTRAINT t_a_b_key UNIQUE USING INDEX pleat_new_t_a_b_key;
ALTER TABLE public.t ADD CONSTRAINT t_b_fkey FOREIGN KEY (b) REFERENCES public.t(c) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT t_b_fkey;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT t_check CHECK ((a < b)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT t_check;
