\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE SCHEMA "Odd Schema";
ALTER SCHEMA "Odd Schema" OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TYPE public."Type T" AS ENUM ('a "b"', 'c''d', E'e\\f', 'new
line');
ALTER TYPE public."Type T" OWNER TO postgres;
COMMIT;
BEGIN;
CREATE DOMAIN public."Dom" AS public."Type T";
ALTER DOMAIN public."Dom" OWNER TO postgres;
ALTER DOMAIN public."Dom" ADD CONSTRAINT "Ck ""x""" CHECK ((VALUE <> 'c''d'::public."Type T"));
COMMIT;
BEGIN;
CREATE SEQUENCE public."Seq";
ALTER SEQUENCE public."Seq" OWNER TO postgres;
COMMIT;
BEGIN;
CREATE SEQUENCE public.aaaaaaaaaabbbbbbbbbbccccccccc_aaaaaaaaaabbbbbbbbbbccccccccc_seq AS integer;
ALTER SEQUENCE public.aaaaaaaaaabbbbbbbbbbccccccccc_aaaaaaaaaabbbbbbbbbbccccccccc_seq OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE "Odd Schema"."a ""quoted"" table" (
    "select" integer NOT NULL,
    "New
Line" text DEFAULT 'a
b'::text,
    "ümlaut" integer,
    "UPPER" integer,
    "back\slash" integer,
    "dollar$" integer,
    "semi;colon" integer,
    "$1" integer,
    CONSTRAINT "a ""quoted"" table_pkey" PRIMARY KEY ("select"),
    CONSTRAINT "a ""quoted"" table_UPPER_key" UNIQUE ("UPPER"),
    CONSTRAINT "a ""quoted"" table_ümlaut_check" CHECK (("ümlaut" > 0))
);
ALTER TABLE "Odd Schema"."a ""quoted"" table" OWNER TO postgres;
CREATE INDEX "Odd Index ;" ON "Odd Schema"."a ""quoted"" table" ("New
Line", (("ümlaut" + 1)));
COMMIT;
BEGIN;
CREATE TABLE public.aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123 (
    aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123 integer DEFAULT nextval('public.aaaaaaaaaabbbbbbbbbbccccccccc_aaaaaaaaaabbbbbbbbbbccccccccc_seq'::regclass) NOT NULL,
    CONSTRAINT aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffff_pkey PRIMARY KEY (aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123)
);
ALTER TABLE public.aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123 OWNER TO postgres;
COMMIT;
BEGIN;
ALTER SEQUENCE public.aaaaaaaaaabbbbbbbbbbccccccccc_aaaaaaaaaabbbbbbbbbbccccccccc_seq OWNED BY public.aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123.aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123;
COMMIT;
BEGIN;
CREATE TABLE public."order" (
    "user" integer
);
ALTER TABLE public."order" OWNER TO postgres;
GRANT SELECT ON TABLE public."order" TO "Case Role";
GRANT UPDATE ("user") ON TABLE public."order" TO "Case Role";
COMMENT ON COLUMN public."order"."user" IS E'it''s \\ odd
over two lines';
COMMIT;
BEGIN;
ALTER SEQUENCE public."Seq" OWNED BY public."order"."user";
COMMIT;
BEGIN;
ALTER TABLE public."order" ADD CONSTRAINT order_user_fkey FOREIGN KEY ("user") REFERENCES "Odd Schema"."a ""quoted"" table"("select");
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public."F f"("In" integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
AS $function$select "In"$function$;
ALTER FUNCTION public."F f"(integer) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE VIEW public."View ""v""" AS
 SELECT "a ""quoted"" table"."select" AS "From"
   FROM "Odd Schema"."a ""quoted"" table";
ALTER VIEW public."View ""v""" OWNER TO postgres;
COMMIT;
