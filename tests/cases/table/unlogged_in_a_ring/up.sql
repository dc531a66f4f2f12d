\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.visit SET UNLOGGED;
COMMIT;
BEGIN;
ALTER TABLE public.house DROP CONSTRAINT house_owner_fkey;
ALTER TABLE public.house DROP CONSTRAINT house_street_fkey;
ALTER TABLE public.person DROP CONSTRAINT lives;
ALTER TABLE public.person SET UNLOGGED;
ALTER TABLE public.street DROP CONSTRAINT street_first_fkey;
ALTER TABLE public.house SET UNLOGGED;
ALTER TABLE public.street SET UNLOGGED;
ALTER TABLE public.house ADD CONSTRAINT house_owner_fkey FOREIGN KEY (owner) REFERENCES public.person(id);
ALTER TABLE public.house ADD CONSTRAINT house_street_fkey FOREIGN KEY (street) REFERENCES public.street(id);
ALTER TABLE public.person ADD CONSTRAINT lives FOREIGN KEY (home) REFERENCES public.house(id) ON DELETE SET NULL;
ALTER TABLE public.street ADD CONSTRAINT street_first_fkey FOREIGN KEY (first) REFERENCES public.house(id) DEFERRABLE;
COMMIT;
