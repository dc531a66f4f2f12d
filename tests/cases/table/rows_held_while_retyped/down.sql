\set ON_ERROR_STOP on
BEGIN;
DROP TABLE public.v;
COMMIT;
BEGIN;
ALTER TABLE public.u ALTER COLUMN rs TYPE text[] USING rs::text[];
ALTER TABLE public.u ALTER COLUMN r TYPE text USING r::text;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
ALTER TABLE public.u ALTER COLUMN r TYPE public.t USING r::text::public.t;
ALTER TABLE public.u ALTER COLUMN rs TYPE public.t[] USING rs::text[]::public.t[];
COMMIT;
BEGIN;
CREATE TABLE public.w (
    r public.t
);
ALTER TABLE public.w OWNER TO postgres;
COMMIT;
