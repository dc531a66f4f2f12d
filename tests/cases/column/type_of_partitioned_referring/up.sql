\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.customer ALTER COLUMN id TYPE bigint USING id::bigint;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.orders IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.orders ALTER COLUMN customer_id TYPE bigint USING customer_id::bigint;
ALTER TABLE public.orders ALTER COLUMN b TYPE bigint USING b::bigint;
COMMIT;
BEGIN;
ALTER TABLE public.place ALTER COLUMN b TYPE bigint USING b::bigint;
COMMIT;
