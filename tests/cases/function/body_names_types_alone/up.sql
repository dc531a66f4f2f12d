\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN b text DEFAULT public.h(1);
ALTER TABLE public.t ADD COLUMN c text GENERATED ALWAYS AS (public.f(a)) STORED;
COMMIT;
CREATE INDEX CONCURRENTLY t_f_idx ON public.t (public.f(a));
CREATE INDEX CONCURRENTLY t_g_idx ON public.t (public.g(a));
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) = 'a'::text)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_check;
