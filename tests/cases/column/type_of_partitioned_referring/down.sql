\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.place ALTER COLUMN b TYPE integer USING b::integer;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.orders IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.orders ALTER COLUMN b TYPE integer USING b::integer;
ALTER TABLE public.orders ALTER COLUMN customer_id TYPE integer USING customer_id::integer;
COMMIT;
BEGIN;
ALTER TABLE public.customer ALTER COLUMN id TYPE integer USING id::integer;
COMMIT;
