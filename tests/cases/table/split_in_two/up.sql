\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.address (
    customer_id integer NOT NULL,
    street text,
    city text,
    CONSTRAINT address_pkey PRIMARY KEY (customer_id),
    CONSTRAINT address_city_check CHECK ((city <> ''::text))
);
ALTER TABLE public.address OWNER TO postgres;
GRANT SELECT (city) ON TABLE public.address TO case_reader;
ALTER TABLE public.address ADD CONSTRAINT address_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id) ON DELETE CASCADE;
CREATE INDEX address_city ON public.address (city);
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.addresses AS
 SELECT c.id,
    a.street,
    a.city
   FROM (public.customer c
     JOIN public.address a ON ((a.customer_id = c.id)));
COMMIT;
BEGIN;
ALTER TABLE public.customer DROP CONSTRAINT customer_city_check;
ALTER TABLE public.customer DROP COLUMN street;
COMMIT;
DROP INDEX CONCURRENTLY public.customer_city;
BEGIN;
ALTER TABLE public.customer DROP COLUMN city;
COMMIT;
