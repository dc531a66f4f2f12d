\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE SCHEMA app;
ALTER SCHEMA app OWNER TO case_owner;
GRANT USAGE ON SCHEMA app TO case_reader;
COMMIT;
BEGIN;
CREATE TYPE app.kind AS ENUM ('a');
ALTER TYPE app.kind OWNER TO postgres;
COMMIT;
BEGIN;
CREATE SEQUENCE app.s;
ALTER SEQUENCE app.s OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE app.t (
    id integer DEFAULT nextval('app.s'::regclass) NOT NULL,
    kind app.kind,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER TABLE app.t OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION app.f()
 RETURNS app.kind
 LANGUAGE sql
AS $function$select kind from app.t limit 1$function$;
ALTER FUNCTION app.f() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE VIEW app.v AS
 SELECT t.id,
    app.f() AS kind
   FROM app.t;
ALTER VIEW app.v OWNER TO postgres;
COMMIT;
BEGIN;
CREATE MATERIALIZED VIEW app.m AS
 SELECT v.id,
    v.kind
   FROM app.v;
ALTER MATERIALIZED VIEW app.m OWNER TO postgres;
COMMIT;
BEGIN;
DROP VIEW public.v;
COMMIT;
BEGIN;
DROP TABLE public.t;
COMMIT;
