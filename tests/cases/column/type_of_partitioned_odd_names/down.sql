\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY "Other one"."T x" IN ACCESS EXCLUSIVE MODE;
DROP POLICY "all of it" ON "Other one"."T x";
ALTER TABLE "Other one"."T x" ALTER COLUMN "the Id" TYPE integer USING "the Id"::integer;
CREATE POLICY "all of it" ON "Other one"."T x" FOR ALL USING (("the Id" > 0));
ALTER TABLE "Other one"."T x" DROP CONSTRAINT "small enough";
ALTER TABLE "Other one"."T x" ALTER COLUMN "a'b" DROP DEFAULT;
ALTER TABLE "Other one"."T x" ALTER COLUMN "a'b" TYPE integer USING "a'b"::integer;
ALTER TABLE "Other one"."T x" ALTER COLUMN "Left" TYPE smallint USING "Left"::smallint;
ALTER TABLE "Other one"."T x" ADD CONSTRAINT "small enough" CHECK ((("Left" + "a'b") < 1000));
ALTER TABLE "Other one"."T x" ALTER COLUMN "a'b" SET DEFAULT 3;
COMMIT;
