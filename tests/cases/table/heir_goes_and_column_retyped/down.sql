\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.p ALTER COLUMN a TYPE integer USING a::integer;
COMMIT;
BEGIN;
CREATE TABLE public.c (
    a integer,
    z integer
) INHERITS (public.p);
ALTER TABLE public.c OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.d (
    a integer
) INHERITS (public.c);
ALTER TABLE public.d OWNER TO postgres;
COMMIT;
