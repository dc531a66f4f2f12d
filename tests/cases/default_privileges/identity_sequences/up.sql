\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.odd (
    id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.odder) NOT NULL,
    b text
);
ALTER TABLE public.odd OWNER TO postgres;
REVOKE ALL ON SEQUENCE public.odder FROM case_reader;
COMMIT;
BEGIN;
CREATE TABLE public.t (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    b text
);
ALTER TABLE public.t OWNER TO postgres;
REVOKE ALL ON SEQUENCE public.t_id_seq FROM case_reader;
COMMIT;
BEGIN;
CREATE TABLE public.told (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    b text
);
ALTER TABLE public.told OWNER TO postgres;
GRANT USAGE ON SEQUENCE public.told_id_seq TO case_reader;
REVOKE ALL ON SEQUENCE public.told_id_seq FROM case_reader;
GRANT USAGE ON SEQUENCE public.told_id_seq TO case_reader;
COMMIT;
