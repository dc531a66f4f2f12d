\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY public.t IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER TABLE public.t ALTER COLUMN b TYPE bigint USING b::bigint;
ALTER TABLE public.t ALTER COLUMN c TYPE bigint USING c::bigint;
ALTER TABLE public.t ALTER COLUMN d TYPE bigint USING d::bigint;
ALTER TABLE public.t ALTER COLUMN e TYPE bigint USING e::bigint;
ALTER TABLE public.t ALTER COLUMN f TYPE bigint USING f::bigint;
COMMIT;
