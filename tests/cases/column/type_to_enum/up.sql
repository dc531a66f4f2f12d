\set ON_ERROR_STOP on
BEGIN;
CREATE TYPE public.e AS ENUM ('x', 'y');
ALTER TYPE public.e OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN b TYPE public.e USING b::public.e;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN a TYPE public.e USING a::public.e;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT 'x'::public.e;
COMMIT;
