\set ON_ERROR_STOP on
BEGIN;
ALTER SEQUENCE public.crash_id_seq OWNED BY NONE;
COMMIT;
BEGIN;
DROP TABLE public.crash;
COMMIT;
BEGIN;
CREATE TABLE public.report (
    id integer DEFAULT nextval('public.crash_id_seq'::regclass) NOT NULL,
    signature text,
    CONSTRAINT crash_pkey PRIMARY KEY (id)
);
ALTER TABLE public.report OWNER TO postgres;
COMMIT;
BEGIN;
ALTER SEQUENCE public.crash_id_seq OWNED BY public.report.id;
COMMIT;
BEGIN;
CREATE VIEW public.crash AS
 SELECT report.id,
    report.signature
   FROM public.report;
ALTER VIEW public.crash OWNER TO postgres;
COMMIT;
