\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.how_many();
DROP VIEW public.counted;
DROP VIEW public.signatures;
DROP TABLE public.crash;
CREATE TABLE public.report (
    id integer NOT NULL,
    signature text,
    CONSTRAINT crash_pkey PRIMARY KEY (id)
);
ALTER TABLE public.report OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.how_many()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.report;
END;
ALTER FUNCTION public.how_many() OWNER TO postgres;
CREATE VIEW public.signatures AS
 SELECT report.id,
    report.signature
   FROM public.report;
ALTER VIEW public.signatures OWNER TO postgres;
CREATE VIEW public.counted AS
 SELECT count(*) AS count
   FROM public.signatures;
ALTER VIEW public.counted OWNER TO postgres;
COMMIT;
