\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.s2 DROP CONSTRAINT s2_hub_fkey;
ALTER TABLE public.s1 DROP CONSTRAINT s1_hub_fkey;
ALTER TABLE public.s2 ALTER COLUMN hub TYPE integer USING hub::text::integer;
ALTER TABLE public.hub DROP CONSTRAINT hub_old_id_key;
ALTER TABLE public.hub ALTER COLUMN id TYPE integer USING id::text::integer;
ALTER TABLE public.s2 ADD CONSTRAINT s2_hub_fkey FOREIGN KEY (hub) REFERENCES public.hub(id) ON DELETE CASCADE;
ALTER TABLE public.s1 ADD CONSTRAINT s1_hub_fkey FOREIGN KEY (hub) REFERENCES public.hub(id);
COMMIT;
BEGIN;
ALTER TABLE public.s3 ADD CONSTRAINT s3_hub FOREIGN KEY (hub) REFERENCES public.hub(id);
COMMIT;
BEGIN;
ALTER TABLE public.hub DROP COLUMN old_id;
COMMIT;
