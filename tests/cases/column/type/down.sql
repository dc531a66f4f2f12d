\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN g TYPE character(3) USING g::character(3);
ALTER TABLE public.t ALTER COLUMN f TYPE integer[] USING f::integer[];
ALTER TABLE public.t ALTER COLUMN e TYPE timestamp without time zone USING e::timestamp without time zone;
ALTER TABLE public.t ALTER COLUMN c TYPE text USING c::text;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
ALTER TABLE public.t ALTER COLUMN h TYPE character varying(20) USING h::character varying(20);
ALTER TABLE public.t ALTER COLUMN d TYPE numeric(10,2) USING d::numeric(10,2);
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(10) USING b::character varying(10);
COMMIT;
