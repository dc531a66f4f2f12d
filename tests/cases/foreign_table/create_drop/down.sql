\set ON_ERROR_STOP on
BEGIN;
CREATE FOREIGN TABLE public.gone (
    a integer OPTIONS (column_name 'x') DEFAULT 1,
    b text COLLATE pg_catalog."C" NOT NULL,
    CONSTRAINT gone_a_check CHECK ((a > 0))
) SERVER s OPTIONS (table_name 'x');
ALTER FOREIGN TABLE public.gone OWNER TO postgres;
COMMENT ON FOREIGN TABLE public.gone IS 'goes';
COMMENT ON COLUMN public.gone.a IS 'goes too';
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT 1 AS a;
COMMIT;
BEGIN;
DROP FOREIGN TABLE other."New one";
COMMIT;
BEGIN;
DROP SCHEMA other;
COMMIT;
