\set ON_ERROR_STOP on
BEGIN;
ALTER SEQUENCE public.gone_id_seq OWNED BY NONE;
COMMIT;
BEGIN;
DROP TABLE public.came;
COMMIT;
BEGIN;
CREATE TABLE public.gone (
    id integer DEFAULT nextval('public.gone_id_seq'::regclass) NOT NULL,
    CONSTRAINT gone_pkey PRIMARY KEY (id)
);
ALTER TABLE public.gone OWNER TO postgres;
COMMIT;
BEGIN;
ALTER SEQUENCE public.taken_id_seq OWNER TO postgres;
ALTER SEQUENCE public.taken_id_seq OWNED BY public.taken.id;
COMMIT;
BEGIN;
ALTER SEQUENCE public.gone_id_seq OWNER TO postgres;
ALTER SEQUENCE public.gone_id_seq OWNED BY public.gone.id;
COMMIT;
BEGIN;
ALTER SEQUENCE public.given_id_seq OWNED BY NONE;
COMMIT;
BEGIN;
ALTER TABLE public.given OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.crash OWNER TO postgres;
COMMIT;
BEGIN;
ALTER SEQUENCE public.given_id_seq OWNER TO postgres;
COMMIT;
BEGIN;
REVOKE ALL ON SEQUENCE public.crash_id_seq FROM case_reader;
COMMIT;
