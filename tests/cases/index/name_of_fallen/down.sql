\set ON_ERROR_STOP on
BEGIN;
DROP TABLE public.report;
COMMIT;
BEGIN;
CREATE TABLE public.crash (
    id integer,
    signature text
);
ALTER TABLE public.crash OWNER TO postgres;
CREATE INDEX crash_signature ON public.crash (signature);
COMMIT;
