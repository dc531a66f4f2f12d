\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.heir (
    id integer,
    name text NOT NULL
) INHERITS (public.base);
ALTER TABLE public.heir OWNER TO postgres;
ALTER TABLE public.heir ALTER COLUMN id DROP NOT NULL;
ALTER TABLE public.heir ALTER COLUMN id DROP DEFAULT;
ALTER TABLE public.heir ALTER COLUMN name DROP DEFAULT;
COMMIT;
