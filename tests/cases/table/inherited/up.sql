\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.base (
    id integer NOT NULL,
    name text DEFAULT 'n'::text,
    CONSTRAINT named CHECK ((name <> ''::text))
);
ALTER TABLE public.base OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.other (
    extra integer
);
ALTER TABLE public.other OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.child (
    own date
) INHERITS (public.base, public.other);
ALTER TABLE public.child OWNER TO postgres;
CREATE INDEX child_name_idx ON public.child (name);
ALTER TABLE public.child ALTER COLUMN name SET DEFAULT 'c'::text;
COMMIT;
BEGIN;
CREATE TABLE public.grandchild () INHERITS (public.child);
ALTER TABLE public.grandchild OWNER TO postgres;
COMMIT;
