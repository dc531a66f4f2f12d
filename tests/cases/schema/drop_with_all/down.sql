\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE SCHEMA app;
ALTER SCHEMA app OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE app.t (
    id integer NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER TABLE app.t OWNER TO postgres;
COMMIT;
BEGIN;
CREATE VIEW app.v AS
 SELECT t.id
   FROM app.t
  WHERE false;
ALTER VIEW app.v OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION app.f()
 RETURNS integer
 LANGUAGE sql
AS $function$select 1$function$;
ALTER FUNCTION app.f() OWNER TO postgres;
COMMIT;
BEGIN;
DROP SCHEMA other;
COMMIT;
