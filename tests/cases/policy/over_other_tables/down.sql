\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP POLICY own ON app.doc;
DROP FUNCTION app.current_org();
CREATE OR REPLACE FUNCTION app.current_org()
 RETURNS integer
 LANGUAGE sql
 STABLE
RETURN 1;
ALTER FUNCTION app.current_org() OWNER TO postgres;
DROP POLICY members ON app.doc;
DROP POLICY editors ON app.doc;
ALTER TABLE app.doc ALTER COLUMN org_id TYPE integer USING org_id::integer;
CREATE POLICY own ON app.doc FOR INSERT WITH CHECK ((org_id = app.current_org()));
ALTER TABLE app.member ALTER COLUMN org_id TYPE integer USING org_id::integer;
CREATE POLICY members ON app.doc FOR SELECT USING ((EXISTS ( SELECT
   FROM app.member m
  WHERE ((m.org_id = doc.org_id) AND (m.who = CURRENT_USER)))));
COMMIT;
BEGIN;
ALTER TABLE app.member ADD COLUMN role text;
COMMIT;
BEGIN;
ALTER TABLE app.org ALTER COLUMN id TYPE integer USING id::integer;
COMMIT;
BEGIN;
ALTER TABLE app.doc ALTER COLUMN id TYPE integer USING id::integer;
ALTER TABLE app.doc NO FORCE ROW LEVEL SECURITY;
COMMIT;
BEGIN;
ALTER TABLE app.member DROP COLUMN roles;
COMMIT;
