\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION b.f();
CREATE OR REPLACE FUNCTION b.f()
 RETURNS integer
 LANGUAGE sql
AS $function$select a.f()$function$;
ALTER FUNCTION b.f() OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION a.f();
CREATE OR REPLACE FUNCTION a.f()
 RETURNS integer
 LANGUAGE sql
AS $function$select n from a.t$function$;
ALTER FUNCTION a.f() OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE b.t ADD COLUMN a integer;
COMMIT;
BEGIN;
ALTER TABLE a.t DROP CONSTRAINT t_b_fkey;
ALTER TABLE a.t ALTER COLUMN n TYPE integer USING n::integer;
COMMIT;
BEGIN;
ALTER TABLE b.t ADD CONSTRAINT t_a_fkey FOREIGN KEY (a) REFERENCES a.t(id);
COMMIT;
BEGIN;
ALTER TABLE a.t DROP COLUMN b;
COMMIT;
