\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN g TYPE point USING g::text::point;
ALTER TABLE public.t ALTER COLUMN f TYPE public.color USING f::text::public.color;
ALTER TABLE public.t ALTER COLUMN e TYPE text USING e::text;
ALTER TABLE public.t ALTER COLUMN d TYPE public.small[] USING d::public.small[];
ALTER TABLE public.t ALTER COLUMN c TYPE integer[] USING c::integer[];
ALTER TABLE public.t ALTER COLUMN b TYPE public.hue USING b::public.hue;
ALTER TABLE public.t ALTER COLUMN a TYPE public.small USING a::public.small;
COMMIT;
