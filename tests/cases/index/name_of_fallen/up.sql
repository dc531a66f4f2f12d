\set ON_ERROR_STOP on
BEGIN;
DROP TABLE public.crash;
COMMIT;
BEGIN;
CREATE TABLE public.report (
    id integer,
    signature text
);
ALTER TABLE public.report OWNER TO postgres;
CREATE INDEX crash_signature ON public.report (signature);
COMMIT;
