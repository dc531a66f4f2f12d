\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM "Odd"."T ""t""" WHERE "c;d" IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of c;d of "Odd"."T ""t""": ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE "Odd"."T ""t""" ADD CONSTRAINT "pleat_not_null_c;d" CHECK ("c;d" IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE "Odd"."T ""t""" VALIDATE CONSTRAINT "pleat_not_null_c;d";
BEGIN;
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "c;d" SET NOT NULL;
ALTER TABLE "Odd"."T ""t""" DROP CONSTRAINT "pleat_not_null_c;d";
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "c;d" TYPE text USING "c;d"::text;
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "c;d" SET DEFAULT 'x;y'::text;
ALTER TABLE "Odd"."T ""t""" DROP CONSTRAINT "C ck";
ALTER TABLE "Odd"."T ""t""" DROP CONSTRAINT "T ""t""_new ""x""_key";
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "A b" DROP NOT NULL;
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "A b" TYPE integer USING "A b"::integer;
ALTER TABLE "Odd"."T ""t""" DROP COLUMN "new ""x""";
COMMENT ON COLUMN "Odd"."T ""t"""."A b" IS NULL;
COMMIT;
