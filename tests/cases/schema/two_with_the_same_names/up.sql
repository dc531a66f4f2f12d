\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE a.t ADD COLUMN b integer;
COMMIT;
BEGIN;
LOCK TABLE a.t IN ACCESS EXCLUSIVE MODE;
ALTER TABLE b.t DROP CONSTRAINT t_a_fkey;
COMMIT;
BEGIN;
ALTER TABLE a.t ALTER COLUMN n TYPE bigint USING n::bigint;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM a.t f WHERE f.b IS NOT NULL AND NOT EXISTS (SELECT FROM b.t r WHERE r.id = f.b)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key t_b_fkey of a.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE b.t IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE a.t ADD CONSTRAINT t_b_fkey FOREIGN KEY (b) REFERENCES b.t(id) NOT VALID;
COMMIT;
ALTER TABLE a.t VALIDATE CONSTRAINT t_b_fkey;
BEGIN;
ALTER TABLE b.t DROP COLUMN a;
COMMIT;
BEGIN;
DROP FUNCTION a.f();
CREATE OR REPLACE FUNCTION a.f()
 RETURNS bigint
 LANGUAGE sql
AS $function$select b.f()$function$;
ALTER FUNCTION a.f() OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION b.f();
CREATE OR REPLACE FUNCTION b.f()
 RETURNS bigint
 LANGUAGE sql
AS $function$select n from a.t$function$;
ALTER FUNCTION b.f() OWNER TO postgres;
COMMIT;
