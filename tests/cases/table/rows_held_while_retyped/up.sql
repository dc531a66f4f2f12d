\set ON_ERROR_STOP on
BEGIN;
DROP TABLE public.w;
COMMIT;
BEGIN;
ALTER TABLE public.u ALTER COLUMN rs TYPE text[] USING rs::text[];
ALTER TABLE public.u ALTER COLUMN r TYPE text USING r::text;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
ALTER TABLE public.u ALTER COLUMN r TYPE public.t USING r::text::public.t;
ALTER TABLE public.u ALTER COLUMN rs TYPE public.t[] USING rs::text[]::public.t[];
COMMIT;
BEGIN;
CREATE TABLE public.v (
    r public.t
);
ALTER TABLE public.v OWNER TO postgres;
COMMIT;
