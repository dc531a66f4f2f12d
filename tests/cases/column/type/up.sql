\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN b TYPE character varying(20);
ALTER TABLE public.t ALTER COLUMN d TYPE numeric(12,2);
ALTER TABLE public.t ALTER COLUMN h TYPE character varying(30);
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER TABLE public.t ALTER COLUMN c TYPE integer USING c::integer;
ALTER TABLE public.t ALTER COLUMN e TYPE timestamp with time zone USING e::timestamp with time zone;
ALTER TABLE public.t ALTER COLUMN f TYPE bigint[] USING f::bigint[];
ALTER TABLE public.t ALTER COLUMN g TYPE text USING g::text;
COMMIT;
