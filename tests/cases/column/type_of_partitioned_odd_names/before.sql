CREATE SCHEMA "Other one";
CREATE SCHEMA parts;
CREATE TABLE "Other one"."T x" ("the Id" integer NOT NULL, "to" date NOT NULL, "Left" smallint, "a'b" integer NOT NULL DEFAULT 3) PARTITION BY RANGE ("to");
CREATE TABLE parts."T x" PARTITION OF "Other one"."T x" FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY HASH ("to");
CREATE TABLE parts."T 0" PARTITION OF parts."T x" FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE parts."T 1" PARTITION OF parts."T x" FOR VALUES WITH (modulus 2, remainder 1);
CREATE TABLE "Other one"."rest's" PARTITION OF "Other one"."T x" DEFAULT;
ALTER TABLE "Other one"."T x" ADD CONSTRAINT "its Key" PRIMARY KEY ("the Id", "to"),
    ADD CONSTRAINT "one's" UNIQUE ("a'b", "the Id", "to"), ADD CONSTRAINT "small enough" CHECK ("Left" + "a'b" < 1000);
CREATE INDEX "Left first" ON "Other one"."T x" ("Left" DESC NULLS LAST, (abs("a'b"))) WHERE "the Id" > 5;
ALTER TABLE "Other one"."T x" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "all of it" ON "Other one"."T x" USING ("the Id" > 0);
