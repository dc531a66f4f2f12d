\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.sums;
ALTER TABLE public.t ADD COLUMN amount integer;
ALTER TABLE public.t ADD COLUMN ccy text DEFAULT 'EUR'::text NOT NULL;
CREATE VIEW public.sums AS
 SELECT t.ccy,
    sum(t.amount) AS amount
   FROM public.t
  GROUP BY t.ccy;
ALTER VIEW public.sums OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.total(text);
CREATE OR REPLACE FUNCTION public.total(c text)
 RETURNS bigint
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT sum(t.amount) AS sum
    FROM public.t
   WHERE (t.ccy = total.c);
END;
ALTER FUNCTION public.total(text) OWNER TO postgres;
COMMIT;
CREATE INDEX CONCURRENTLY t_ccy ON public.t (ccy) INCLUDE (amount);
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_cents_check;
ALTER TABLE public.t ALTER COLUMN cents DROP NOT NULL;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE amount IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of amount of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT t_amount_check CHECK ((amount >= 0)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT t_amount_check;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_amount CHECK (amount IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_amount;
BEGIN;
ALTER TABLE public.t ALTER COLUMN amount SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_amount;
COMMIT;
DROP INDEX CONCURRENTLY public.t_currency;
BEGIN;
ALTER TABLE public.t DROP COLUMN currency;
ALTER TABLE public.t DROP COLUMN cents;
COMMIT;
