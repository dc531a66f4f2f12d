\set ON_ERROR_STOP on
BEGIN;
GRANT USAGE ON SEQUENCE public.crash_id_seq TO case_reader;
COMMIT;
BEGIN;
ALTER SEQUENCE public.given_id_seq OWNER TO case_reader;
COMMIT;
BEGIN;
ALTER TABLE public.crash OWNER TO case_owner;
COMMIT;
BEGIN;
ALTER TABLE public.given OWNER TO case_reader;
COMMIT;
BEGIN;
ALTER SEQUENCE public.given_id_seq OWNED BY public.given.id;
COMMIT;
BEGIN;
ALTER SEQUENCE public.gone_id_seq OWNED BY NONE;
ALTER SEQUENCE public.gone_id_seq OWNER TO case_owner;
COMMIT;
BEGIN;
ALTER SEQUENCE public.taken_id_seq OWNED BY NONE;
ALTER SEQUENCE public.taken_id_seq OWNER TO case_owner;
COMMIT;
BEGIN;
DROP TABLE public.gone;
COMMIT;
BEGIN;
CREATE TABLE public.came (
    id integer DEFAULT nextval('public.gone_id_seq'::regclass) NOT NULL,
    CONSTRAINT gone_pkey PRIMARY KEY (id)
);
ALTER TABLE public.came OWNER TO case_owner;
COMMIT;
BEGIN;
ALTER SEQUENCE public.gone_id_seq OWNED BY public.came.id;
COMMIT;
