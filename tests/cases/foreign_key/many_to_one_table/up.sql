\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.hub ADD COLUMN old_id integer;
COMMIT;
BEGIN;
LOCK TABLE public.hub IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.s3 DROP CONSTRAINT s3_hub;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_hub_old_id_key ON public.hub (old_id);
BEGIN;
ALTER TABLE public.s1 DROP CONSTRAINT s1_hub_fkey;
ALTER TABLE public.s2 DROP CONSTRAINT s2_hub_fkey;
ALTER TABLE public.hub ALTER COLUMN id TYPE uuid USING id::text::uuid;
ALTER TABLE public.hub ADD CONSTRAINT hub_old_id_key UNIQUE USING INDEX pleat_new_hub_old_id_key;
ALTER TABLE public.s2 ALTER COLUMN hub TYPE uuid USING hub::text::uuid;
ALTER TABLE public.s1 ADD CONSTRAINT s1_hub_fkey FOREIGN KEY (hub) REFERENCES public.hub(old_id);
ALTER TABLE public.s2 ADD CONSTRAINT s2_hub_fkey FOREIGN KEY (hub) REFERENCES public.hub(id) ON DELETE CASCADE;
COMMIT;
