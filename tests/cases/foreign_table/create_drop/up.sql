\set ON_ERROR_STOP on
BEGIN;
CREATE SCHEMA other;
ALTER SCHEMA other OWNER TO postgres;
COMMIT;
BEGIN;
CREATE FOREIGN TABLE other."New one" (
    "Col" integer OPTIONS (column_name 'x, y') NOT NULL,
    CONSTRAINT positive CHECK (("Col" > 0)) NO INHERIT
) SERVER s;
ALTER FOREIGN TABLE other."New one" OWNER TO postgres;
GRANT SELECT ON TABLE other."New one" TO case_reader;
GRANT UPDATE ("Col") ON TABLE other."New one" TO case_reader;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT "New one"."Col" AS a
   FROM other."New one";
COMMIT;
BEGIN;
DROP FOREIGN TABLE public.gone;
COMMIT;
