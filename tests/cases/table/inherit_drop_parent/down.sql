\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.p (
    a integer,
    b text DEFAULT 'x'::text NOT NULL,
    CONSTRAINT pos CHECK ((a > 0))
);
ALTER TABLE public.p OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.c INHERIT public.p;
COMMIT;
