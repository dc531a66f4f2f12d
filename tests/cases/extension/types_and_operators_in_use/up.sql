\set ON_ERROR_STOP on
BEGIN;
CREATE EXTENSION citext WITH SCHEMA public;
COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';
COMMIT;
BEGIN;
CREATE EXTENSION hstore WITH SCHEMA public;
COMMENT ON EXTENSION hstore IS 'data type for storing sets of (key, value) pairs';
COMMIT;
BEGIN;
ALTER TABLE public.t ADD COLUMN attrs public.hstore;
COMMIT;
CREATE INDEX CONCURRENTLY t_attrs ON public.t USING gin (attrs);
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.t WHERE name IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of name of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
DROP INDEX public.t_name;
ALTER TABLE public.t ALTER COLUMN name TYPE public.citext USING name::public.citext;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_name CHECK (name IS NOT NULL) NOT VALID;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_name;
ALTER TABLE public.t ALTER COLUMN name SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_name;
CREATE UNIQUE INDEX t_name ON public.t (name);
COMMIT;
