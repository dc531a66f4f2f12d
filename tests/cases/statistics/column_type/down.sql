\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
COMMIT;
