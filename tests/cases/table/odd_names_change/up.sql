\set ON_ERROR_STOP on
BEGIN;
COMMENT ON COLUMN "Odd"."T ""t"""."A b" IS 'x';
ALTER TABLE "Odd"."T ""t""" ADD COLUMN "new ""x""" integer;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM "Odd"."T ""t""" WHERE "A b" IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of A b of "Odd"."T ""t""": ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM "Odd"."T ""t""" WHERE NOT ("e
f" > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check C ck of "Odd"."T ""t""": ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "A b" TYPE bigint USING "A b"::bigint;
ALTER TABLE "Odd"."T ""t""" ADD CONSTRAINT "pleat_not_null_A b" CHECK ("A b" IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE "Odd"."T ""t""" VALIDATE CONSTRAINT "pleat_not_null_A b";
BEGIN;
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "A b" SET NOT NULL;
ALTER TABLE "Odd"."T ""t""" DROP CONSTRAINT "pleat_not_null_A b";
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY "pleat_new_T ""t""_new ""x""_key" ON "Odd"."T ""t""" ("new ""x""");
BEGIN;
ALTER TABLE "Odd"."T ""t""" ADD CONSTRAINT "T ""t""_new ""x""_key" UNIQUE USING INDEX "pleat_new_T ""t""_new ""x""_key";
ALTER TABLE "Odd"."T ""t""" ADD CONSTRAINT "C ck" CHECK (("e
f" > 0)) NOT VALID;
COMMIT;
ALTER TABLE "Odd"."T ""t""" VALIDATE CONSTRAINT "C ck";
BEGIN;
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "c;d" DROP DEFAULT;
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "c;d" TYPE character varying(10) USING "c;d"::character varying(10);
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "c;d" DROP NOT NULL;
COMMIT;
