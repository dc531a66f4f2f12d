\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.payment ADD COLUMN client_id integer;
ALTER TABLE public.payment ALTER COLUMN customer_id DROP NOT NULL;
COMMIT;
BEGIN;
ALTER INDEX public.payment_old_customer_id_idx RENAME TO pleat_old_payment_old_customer_id_idx;
COMMIT;
CREATE INDEX CONCURRENTLY payment_old_customer_id_idx ON public.payment_old (client_id);
BEGIN;
ALTER TABLE public.payment ADD CONSTRAINT pleat_not_null_client_id CHECK (client_id IS NOT NULL) NOT VALID;
COMMIT;
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT pleat_not_null_client_id', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.payment') WHERE isleaf)
OR (c.oid = 'public.payment'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
ALTER TABLE public.payment VALIDATE CONSTRAINT pleat_not_null_client_id;
BEGIN;
ALTER TABLE public.payment ALTER COLUMN client_id SET NOT NULL;
ALTER TABLE public.payment DROP CONSTRAINT pleat_not_null_client_id;
COMMIT;
BEGIN;
ALTER TABLE public.payment_old DROP CONSTRAINT payment_old_customer_id_fkey;
ALTER TABLE public.payment_old ADD CONSTRAINT payment_old_customer_id_fkey FOREIGN KEY (client_id) REFERENCES public.customer(id) NOT VALID;
COMMIT;
ALTER TABLE public.payment_old VALIDATE CONSTRAINT payment_old_customer_id_fkey;
DROP INDEX CONCURRENTLY public.pleat_old_payment_old_customer_id_idx;
BEGIN;
ALTER TABLE public.payment DROP COLUMN customer_id;
COMMIT;
