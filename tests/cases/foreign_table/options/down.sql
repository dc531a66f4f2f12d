\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN c OPTIONS (DROP column_name);
ALTER TABLE public.t ALTER COLUMN b OPTIONS (SET column_name 'b');
ALTER TABLE public.t ALTER COLUMN a OPTIONS (ADD column_name 'x');
ALTER FOREIGN TABLE public.t OPTIONS (DROP updatable, ADD schema_name 'y', SET table_name 'x');
COMMIT;
