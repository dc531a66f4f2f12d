\set ON_ERROR_STOP on
BEGIN;
CREATE COLLATION public.names (provider = icu, locale = 'und');
ALTER COLLATION public.names OWNER TO postgres;
COMMIT;
BEGIN;
CREATE DOMAIN public.label AS text COLLATE public.names;
ALTER DOMAIN public.label OWNER TO postgres;
ALTER DOMAIN public.label ADD CONSTRAINT label_check CHECK ((VALUE > 'a'::text));
COMMIT;
BEGIN;
CREATE TYPE public.span AS RANGE (subtype = text, collation = public.names, multirange_type_name = public.span_multirange);
ALTER TYPE public.span OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.place (
    name text COLLATE public.names
);
ALTER TABLE public.place OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.person ALTER COLUMN name TYPE text COLLATE public.names;
COMMIT;
