\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.t;
COMMIT;
BEGIN;
CREATE TABLE public.t (
    id integer NOT NULL,
    name text,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER TABLE public.t OWNER TO postgres;
COMMIT;
BEGIN;
DROP TABLE public.t_data;
COMMIT;
