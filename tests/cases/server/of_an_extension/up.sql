\set ON_ERROR_STOP on
BEGIN;
CREATE EXTENSION postgres_fdw WITH SCHEMA public;
COMMENT ON EXTENSION postgres_fdw IS 'foreign-data wrapper for remote PostgreSQL servers';
COMMIT;
BEGIN;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;
ALTER SERVER s OWNER TO postgres;
CREATE USER MAPPING FOR case_reader SERVER s;
COMMIT;
BEGIN;
CREATE FOREIGN TABLE public.f (
    a integer
) SERVER s;
ALTER FOREIGN TABLE public.f OWNER TO postgres;
COMMIT;
BEGIN;
CREATE VIEW public.v AS
 SELECT f.a
   FROM public.f;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
