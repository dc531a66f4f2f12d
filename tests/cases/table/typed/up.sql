\set ON_ERROR_STOP on
BEGIN;
CREATE TYPE public.third AS (a bigint, b text, c text);
ALTER TYPE public.third OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.becomes_one OF public.other;
COMMIT;
BEGIN;
ALTER TABLE public.changes NOT OF;
ALTER TABLE public.changes ADD COLUMN c text;
COMMIT;
BEGIN;
CREATE TABLE public.is_new OF public.address (
    street WITH OPTIONS NOT NULL,
    CONSTRAINT "is_new_Zip Code_country_key" UNIQUE ("Zip Code", country)
) PARTITION BY LIST (country);
ALTER TABLE public.is_new OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.is_new_de PARTITION OF public.is_new FOR VALUES IN ('de');
ALTER TABLE public.is_new_de OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.plain ADD COLUMN extra integer;
COMMIT;
BEGIN;
ALTER TABLE public.stays ALTER COLUMN street SET STATISTICS 10;
COMMENT ON COLUMN public.stays."Zip Code" IS NULL;
ALTER TABLE public.stays ALTER COLUMN "Zip Code" SET DEFAULT '0'::character varying;
ALTER TABLE public.stays ALTER COLUMN country DROP NOT NULL;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with street = '' || min(street::text) FROM public.stays WHERE "Zip Code" IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of Zip Code of public.stays: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.changes ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER TABLE public.changes OF public.third;
COMMIT;
BEGIN;
ALTER TABLE public.is_one_no_more NOT OF;
COMMIT;
BEGIN;
ALTER TABLE public.stays ADD CONSTRAINT "pleat_not_null_Zip Code" CHECK ("Zip Code" IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.stays VALIDATE CONSTRAINT "pleat_not_null_Zip Code";
BEGIN;
ALTER TABLE public.stays ALTER COLUMN "Zip Code" SET NOT NULL;
ALTER TABLE public.stays DROP CONSTRAINT "pleat_not_null_Zip Code";
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with street = '' || min(street::text) FROM public.stays WHERE NOT (country > ''''::text)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check stays_country_check of public.stays: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.stays ADD CONSTRAINT stays_country_check CHECK ((country > ''::text)) NOT VALID;
COMMIT;
ALTER TABLE public.stays VALIDATE CONSTRAINT stays_country_check;
BEGIN;
DROP TABLE public.gone;
COMMIT;
BEGIN;
ALTER TABLE public.stays ALTER COLUMN country DROP DEFAULT;
COMMIT;
