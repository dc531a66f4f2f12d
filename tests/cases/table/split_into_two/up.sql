\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.address (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    person_id integer NOT NULL,
    street text,
    city text,
    CONSTRAINT address_pkey PRIMARY KEY (id)
);
ALTER TABLE public.address OWNER TO postgres;
ALTER TABLE public.address ADD CONSTRAINT address_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;
CREATE INDEX address_person ON public.address (person_id);
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.letters AS
 SELECT p.name,
    a.street,
    a.city
   FROM (public.person p
     JOIN public.address a ON ((a.person_id = p.id)));
COMMIT;
BEGIN;
ALTER TABLE public.person DROP COLUMN city;
ALTER TABLE public.person DROP COLUMN street;
COMMIT;
