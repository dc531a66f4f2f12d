\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.customer ADD COLUMN city text;
GRANT SELECT (city) ON TABLE public.customer TO case_reader;
COMMIT;
CREATE INDEX CONCURRENTLY customer_city ON public.customer (city);
BEGIN;
ALTER TABLE public.customer ADD COLUMN street text;
ALTER TABLE public.customer ADD CONSTRAINT customer_city_check CHECK ((city <> ''::text)) NOT VALID;
COMMIT;
ALTER TABLE public.customer VALIDATE CONSTRAINT customer_city_check;
BEGIN;
CREATE OR REPLACE VIEW public.addresses AS
 SELECT customer.id,
    customer.street,
    customer.city
   FROM public.customer;
COMMIT;
BEGIN;
ALTER TABLE public.address DROP CONSTRAINT address_customer_id_fkey;
DROP TABLE public.address;
COMMIT;
