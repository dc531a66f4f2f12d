\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.person ADD COLUMN street text;
ALTER TABLE public.person ADD COLUMN city text;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.letters AS
 SELECT person.name,
    person.street,
    person.city
   FROM public.person;
COMMIT;
BEGIN;
ALTER TABLE public.address DROP CONSTRAINT address_person_id_fkey;
DROP TABLE public.address;
COMMIT;
