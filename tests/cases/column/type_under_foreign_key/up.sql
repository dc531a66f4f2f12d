\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_up_fkey;
ALTER TABLE public.t ALTER COLUMN up TYPE uuid USING up::uuid;
ALTER TABLE public.u DROP CONSTRAINT u_t_id_fkey;
ALTER TABLE public.t ALTER COLUMN id TYPE uuid USING id::uuid;
ALTER TABLE public.u ALTER COLUMN t_id TYPE uuid USING t_id::uuid;
ALTER TABLE public.t ADD CONSTRAINT t_up_fkey FOREIGN KEY (up) REFERENCES public.t(id);
ALTER TABLE public.u ADD CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t(id) ON DELETE CASCADE;
COMMENT ON CONSTRAINT u_t_id_fkey ON public.u IS 'of t';
COMMIT;
