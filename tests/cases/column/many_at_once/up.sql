\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.customer ALTER COLUMN street SET DEFAULT ''::text;
ALTER TABLE public.customer ADD COLUMN created timestamp with time zone DEFAULT now() NOT NULL;
COMMIT;
CREATE INDEX CONCURRENTLY customer_created ON public.customer (created DESC);
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.customer WHERE name IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of name of public.customer: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.customer ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.customer ADD CONSTRAINT pleat_not_null_name CHECK (name IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.customer VALIDATE CONSTRAINT pleat_not_null_name;
BEGIN;
ALTER TABLE public.customer ALTER COLUMN name SET NOT NULL;
ALTER TABLE public.customer DROP CONSTRAINT pleat_not_null_name;
ALTER TABLE public.customer ALTER COLUMN phone TYPE character varying(40) USING phone::character varying(40);
ALTER TABLE public.customer ALTER COLUMN vat TYPE numeric(14,4) USING vat::numeric(14,4);
ALTER TABLE public.customer ALTER COLUMN born TYPE timestamp with time zone USING born::timestamp with time zone;
ALTER TABLE public.customer ALTER COLUMN note TYPE jsonb USING note::jsonb;
COMMIT;
DROP INDEX CONCURRENTLY public.customer_fax;
BEGIN;
ALTER TABLE public.customer DROP COLUMN fax;
DROP INDEX public.customer_zip;
ALTER TABLE public.customer ALTER COLUMN zip TYPE character varying(10);
CREATE INDEX customer_zip ON public.customer (zip, name);
COMMIT;
