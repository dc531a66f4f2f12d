\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY public.payment IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.payment ADD COLUMN customer_id integer;
COMMIT;
CREATE INDEX CONCURRENTLY pleat_old_payment_old_customer_id_idx ON public.payment_old (customer_id);
BEGIN;
LOCK TABLE public.customer IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.payment_old DROP CONSTRAINT payment_old_customer_id_fkey;
ALTER TABLE public.payment_old ADD CONSTRAINT payment_old_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id) NOT VALID;
COMMIT;
ALTER TABLE public.payment_old VALIDATE CONSTRAINT payment_old_customer_id_fkey;
BEGIN;
LOCK TABLE ONLY public.payment IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.payment ALTER COLUMN client_id DROP NOT NULL;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.payment WHERE customer_id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of customer_id of public.payment: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DROP INDEX CONCURRENTLY public.payment_old_customer_id_idx;
BEGIN;
ALTER INDEX public.pleat_old_payment_old_customer_id_idx RENAME TO payment_old_customer_id_idx;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.payment IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.payment ADD CONSTRAINT pleat_not_null_customer_id CHECK (customer_id IS NOT NULL) NOT VALID;
COMMIT;
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT pleat_not_null_customer_id', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.payment') WHERE isleaf)
OR (c.oid = 'public.payment'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
ALTER TABLE public.payment VALIDATE CONSTRAINT pleat_not_null_customer_id;
BEGIN;
LOCK TABLE ONLY public.payment IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.payment ALTER COLUMN customer_id SET NOT NULL;
ALTER TABLE public.payment DROP CONSTRAINT pleat_not_null_customer_id;
ALTER TABLE public.payment DROP COLUMN client_id;
COMMIT;
