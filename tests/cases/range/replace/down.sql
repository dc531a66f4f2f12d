\set ON_ERROR_STOP on
BEGIN;
DROP TYPE public.span;
CREATE TYPE public.span AS RANGE (subtype = integer, multirange_type_name = public.span_multirange);
ALTER TYPE public.span OWNER TO postgres;
COMMIT;
