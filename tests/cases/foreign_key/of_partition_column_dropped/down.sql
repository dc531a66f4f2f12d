\set ON_ERROR_STOP on
DROP INDEX CONCURRENTLY public.payment_old_customer_id_idx;
BEGIN;
ALTER TABLE public.payment ADD COLUMN customer_id integer;
COMMIT;
CREATE INDEX CONCURRENTLY payment_old_customer_id_idx ON public.payment_old (customer_id);
BEGIN;
ALTER TABLE public.payment_old DROP CONSTRAINT payment_old_customer_id_fkey;
ALTER TABLE public.payment_old ADD CONSTRAINT payment_old_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id);
COMMIT;
BEGIN;
ALTER TABLE public.payment ALTER COLUMN client_id DROP NOT NULL;
ALTER TABLE public.payment ALTER COLUMN customer_id SET NOT NULL;
ALTER TABLE public.payment DROP COLUMN client_id;
COMMIT;
