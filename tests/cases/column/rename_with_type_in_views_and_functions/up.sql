\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ADD COLUMN cents bigint;
ALTER TABLE public.t ADD COLUMN currency character(3) DEFAULT 'EUR'::bpchar NOT NULL;
COMMIT;
CREATE INDEX CONCURRENTLY t_currency ON public.t (currency) INCLUDE (cents);
BEGIN;
ALTER TABLE public.t ALTER COLUMN amount DROP NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT t_amount_check;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE cents IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of cents of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE NOT (cents >= 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check t_cents_check of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_cents CHECK (cents IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_cents;
BEGIN;
ALTER TABLE public.t ALTER COLUMN cents SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_cents;
ALTER TABLE public.t ADD CONSTRAINT t_cents_check CHECK ((cents >= 0)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT t_cents_check;
DROP INDEX CONCURRENTLY public.t_ccy;
BEGIN;
DROP FUNCTION public.total(text);
CREATE OR REPLACE FUNCTION public.total(c text)
 RETURNS numeric
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT sum(t.cents) AS sum
    FROM public.t
   WHERE ((t.currency)::text = total.c);
END;
ALTER FUNCTION public.total(text) OWNER TO postgres;
COMMIT;
BEGIN;
DROP VIEW public.sums;
ALTER TABLE public.t DROP COLUMN ccy;
ALTER TABLE public.t DROP COLUMN amount;
CREATE VIEW public.sums AS
 SELECT t.currency,
    sum(t.cents) AS cents
   FROM public.t
  GROUP BY t.currency;
ALTER VIEW public.sums OWNER TO postgres;
COMMIT;
