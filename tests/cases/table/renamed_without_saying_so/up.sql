\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE SEQUENCE public.clients_id_seq AS integer;
ALTER SEQUENCE public.clients_id_seq OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.clients (
    id integer DEFAULT nextval('public.clients_id_seq'::regclass) NOT NULL,
    name text NOT NULL,
    CONSTRAINT clients_pkey PRIMARY KEY (id)
);
ALTER TABLE public.clients OWNER TO postgres;
COMMIT;
BEGIN;
ALTER SEQUENCE public.clients_id_seq OWNED BY public.clients.id;
COMMIT;
BEGIN;
ALTER TABLE public.orders ADD COLUMN client_id integer;
COMMIT;
CREATE INDEX CONCURRENTLY orders_client ON public.orders (client_id);
BEGIN;
CREATE OR REPLACE FUNCTION public.client_count()
 RETURNS bigint
 LANGUAGE sql
AS $function$select count(*) from clients$function$;
ALTER FUNCTION public.client_count() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.order_names AS
 SELECT o.id,
    c.name
   FROM (public.orders o
     JOIN public.clients c ON ((c.id = o.client_id)));
COMMIT;
BEGIN;
ALTER TABLE public.orders ALTER COLUMN customer_id DROP NOT NULL;
ALTER TABLE public.orders DROP CONSTRAINT orders_customer_id_fkey;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.orders WHERE client_id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of client_id of public.orders: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.orders f WHERE f.client_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.clients r WHERE r.id = f.client_id)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key orders_client_id_fkey of public.orders: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.orders ADD CONSTRAINT pleat_not_null_client_id CHECK (client_id IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.orders VALIDATE CONSTRAINT pleat_not_null_client_id;
BEGIN;
ALTER TABLE public.orders ALTER COLUMN client_id SET NOT NULL;
ALTER TABLE public.orders DROP CONSTRAINT pleat_not_null_client_id;
ALTER TABLE public.orders ADD CONSTRAINT orders_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.clients(id) ON DELETE CASCADE NOT VALID;
COMMIT;
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_client_id_fkey;
BEGIN;
ALTER SEQUENCE public.customers_id_seq OWNED BY NONE;
COMMIT;
BEGIN;
DROP TABLE public.customers;
COMMIT;
BEGIN;
DROP SEQUENCE public.customers_id_seq;
COMMIT;
DROP INDEX CONCURRENTLY public.orders_customer;
BEGIN;
ALTER TABLE public.orders DROP COLUMN customer_id;
COMMIT;
BEGIN;
DROP FUNCTION public.customer_count();
COMMIT;
