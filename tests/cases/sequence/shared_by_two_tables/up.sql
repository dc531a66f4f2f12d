\set ON_ERROR_STOP on
BEGIN;
GRANT USAGE ON SEQUENCE public.ids TO case_owner;
ALTER SEQUENCE public.ids CACHE 10;
COMMIT;
BEGIN;
CREATE TABLE public.c (
    id bigint DEFAULT nextval('public.ids'::regclass) NOT NULL,
    at timestamp with time zone,
    CONSTRAINT c_pkey PRIMARY KEY (id)
);
ALTER TABLE public.c OWNER TO postgres;
COMMIT;
