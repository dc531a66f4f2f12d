\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY "Other one"."T x" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "Other one"."T x" ALTER COLUMN "a'b" DROP DEFAULT;
ALTER TABLE "Other one"."T x" DROP CONSTRAINT "small enough";
ALTER TABLE "Other one"."T x" ALTER COLUMN "Left" TYPE numeric(10,2) USING "Left"::numeric(10,2);
ALTER TABLE "Other one"."T x" ALTER COLUMN "a'b" TYPE bigint USING "a'b"::bigint;
ALTER TABLE "Other one"."T x" ALTER COLUMN "a'b" SET DEFAULT 3;
ALTER TABLE "Other one"."T x" ADD CONSTRAINT "small enough" CHECK ((("Left" + ("a'b")::numeric) < (1000)::numeric));
DROP POLICY "all of it" ON "Other one"."T x";
ALTER TABLE "Other one"."T x" ALTER COLUMN "the Id" TYPE bigint USING "the Id"::bigint;
CREATE POLICY "all of it" ON "Other one"."T x" FOR ALL USING (("the Id" > 0));
COMMIT;
