\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY public.t IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.t ALTER COLUMN f TYPE integer USING f::integer;
ALTER TABLE public.t ALTER COLUMN e TYPE integer USING e::integer;
ALTER TABLE public.t ALTER COLUMN d TYPE integer USING d::integer;
ALTER TABLE public.t ALTER COLUMN c TYPE integer USING c::integer;
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
COMMIT;
