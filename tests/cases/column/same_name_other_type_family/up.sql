\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN v TYPE text USING v::text;
ALTER TABLE public.t ALTER COLUMN w TYPE jsonb USING w::jsonb;
ALTER TABLE public.t ALTER COLUMN x TYPE text USING x::text;
ALTER TABLE public.t ALTER COLUMN y TYPE text USING y::text;
ALTER TABLE public.t ALTER COLUMN z TYPE text USING z::text;
COMMIT;
