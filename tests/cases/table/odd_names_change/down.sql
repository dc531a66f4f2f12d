\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "c;d" SET NOT NULL;
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "c;d" TYPE text USING "c;d"::text;
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "c;d" SET DEFAULT 'x;y'::text;
ALTER TABLE "Odd"."T ""t""" DROP CONSTRAINT "C ck";
ALTER TABLE "Odd"."T ""t""" DROP CONSTRAINT "T ""t""_new ""x""_key";
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "A b" DROP NOT NULL;
ALTER TABLE "Odd"."T ""t""" ALTER COLUMN "A b" TYPE integer USING "A b"::integer;
ALTER TABLE "Odd"."T ""t""" DROP COLUMN "new ""x""";
COMMENT ON COLUMN "Odd"."T ""t"""."A b" IS NULL;
COMMIT;
