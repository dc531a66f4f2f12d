\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE app.member ADD COLUMN roles text[];
COMMIT;
BEGIN;
ALTER TABLE app.doc FORCE ROW LEVEL SECURITY;
ALTER TABLE app.doc ALTER COLUMN id TYPE bigint USING id::bigint;
COMMIT;
BEGIN;
ALTER TABLE app.org ALTER COLUMN id TYPE bigint USING id::bigint;
COMMIT;
BEGIN;
ALTER TABLE app.member DROP COLUMN role;
COMMIT;
BEGIN;
DROP POLICY members ON app.doc;
ALTER TABLE app.member ALTER COLUMN org_id TYPE bigint USING org_id::bigint;
DROP POLICY own ON app.doc;
ALTER TABLE app.doc ALTER COLUMN org_id TYPE bigint USING org_id::bigint;
CREATE POLICY editors ON app.doc FOR UPDATE USING ((EXISTS ( SELECT
   FROM app.member m
  WHERE ((m.org_id = doc.org_id) AND ('editor'::text = ANY (m.roles))))));
CREATE POLICY members ON app.doc FOR SELECT USING ((EXISTS ( SELECT
   FROM app.member m
  WHERE ((m.org_id = doc.org_id) AND (m.who = CURRENT_USER)))));
DROP FUNCTION app.current_org();
CREATE OR REPLACE FUNCTION app.current_org()
 RETURNS bigint
 LANGUAGE sql
 STABLE
RETURN 1;
ALTER FUNCTION app.current_org() OWNER TO postgres;
CREATE POLICY own ON app.doc FOR INSERT WITH CHECK ((org_id = app.current_org()));
COMMIT;
