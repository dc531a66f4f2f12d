\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.customer_count()
 RETURNS bigint
 LANGUAGE sql
AS $function$select count(*) from customers$function$;
ALTER FUNCTION public.customer_count() OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.orders ADD COLUMN customer_id integer;
COMMIT;
CREATE INDEX CONCURRENTLY orders_customer ON public.orders (customer_id);
BEGIN;
CREATE SEQUENCE public.customers_id_seq AS integer;
ALTER SEQUENCE public.customers_id_seq OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.customers (
    id integer DEFAULT nextval('public.customers_id_seq'::regclass) NOT NULL,
    name text NOT NULL,
    CONSTRAINT customers_pkey PRIMARY KEY (id)
);
ALTER TABLE public.customers OWNER TO postgres;
COMMIT;
BEGIN;
ALTER SEQUENCE public.customers_id_seq OWNED BY public.customers.id;
COMMIT;
BEGIN;
ALTER TABLE public.orders DROP CONSTRAINT orders_client_id_fkey;
ALTER TABLE public.orders ALTER COLUMN client_id DROP NOT NULL;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.orders WHERE customer_id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of customer_id of public.orders: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.orders ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id) ON DELETE CASCADE NOT VALID;
COMMIT;
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_customer_id_fkey;
BEGIN;
ALTER TABLE public.orders ADD CONSTRAINT pleat_not_null_customer_id CHECK (customer_id IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.orders VALIDATE CONSTRAINT pleat_not_null_customer_id;
BEGIN;
ALTER TABLE public.orders ALTER COLUMN customer_id SET NOT NULL;
ALTER TABLE public.orders DROP CONSTRAINT pleat_not_null_customer_id;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.order_names AS
 SELECT o.id,
    c.name
   FROM (public.orders o
     JOIN public.customers c ON ((c.id = o.customer_id)));
COMMIT;
BEGIN;
DROP FUNCTION public.client_count();
COMMIT;
DROP INDEX CONCURRENTLY public.orders_client;
BEGIN;
ALTER TABLE public.orders DROP COLUMN client_id;
COMMIT;
BEGIN;
ALTER SEQUENCE public.clients_id_seq OWNED BY NONE;
COMMIT;
BEGIN;
DROP TABLE public.clients;
COMMIT;
BEGIN;
DROP SEQUENCE public.clients_id_seq;
COMMIT;
