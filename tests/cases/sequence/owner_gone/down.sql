\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.crash;
COMMIT;
BEGIN;
ALTER SEQUENCE public.crash_id_seq OWNED BY NONE;
COMMIT;
BEGIN;
DROP TABLE public.report;
COMMIT;
BEGIN;
CREATE TABLE public.crash (
    id integer DEFAULT nextval('public.crash_id_seq'::regclass) NOT NULL,
    signature text,
    CONSTRAINT crash_pkey PRIMARY KEY (id)
);
ALTER TABLE public.crash OWNER TO postgres;
COMMIT;
BEGIN;
ALTER SEQUENCE public.crash_id_seq OWNED BY public.crash.id;
COMMIT;
