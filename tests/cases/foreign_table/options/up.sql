\set ON_ERROR_STOP on
BEGIN;
ALTER FOREIGN TABLE public.t OPTIONS (DROP schema_name, SET table_name 'z', ADD updatable 'false');
ALTER TABLE public.t ALTER COLUMN a OPTIONS (DROP column_name);
ALTER TABLE public.t ALTER COLUMN b OPTIONS (SET column_name 'it''s');
ALTER TABLE public.t ALTER COLUMN c OPTIONS (ADD column_name 'z');
COMMIT;
