\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER TABLE public.t ALTER COLUMN b TYPE text USING b::text;
ALTER TABLE public.t ALTER COLUMN c TYPE public.small[] USING c::public.small[];
ALTER TABLE public.t ALTER COLUMN d TYPE numeric[] USING d::numeric[];
ALTER TABLE public.t ALTER COLUMN e TYPE public.hue USING e::public.hue;
ALTER TABLE public.t ALTER COLUMN f TYPE integer USING f::integer;
ALTER TABLE public.t ALTER COLUMN g TYPE public.color USING g::text::public.color;
COMMIT;
