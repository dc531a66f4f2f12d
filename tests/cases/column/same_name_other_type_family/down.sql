\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN z TYPE inet USING z::inet;
ALTER TABLE public.t ALTER COLUMN y TYPE date USING y::date;
ALTER TABLE public.t ALTER COLUMN x TYPE boolean USING x::boolean;
ALTER TABLE public.t ALTER COLUMN w TYPE text USING w::text;
ALTER TABLE public.t ALTER COLUMN v TYPE integer USING v::integer;
COMMIT;
