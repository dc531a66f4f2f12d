\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.counted;
DROP VIEW public.signatures;
DROP FUNCTION public.how_many();
DROP TABLE public.report;
CREATE TABLE public.crash (
    id integer NOT NULL,
    signature text,
    CONSTRAINT crash_pkey PRIMARY KEY (id)
);
ALTER TABLE public.crash OWNER TO postgres;
CREATE VIEW public.signatures AS
 SELECT crash.id,
    crash.signature
   FROM public.crash;
ALTER VIEW public.signatures OWNER TO postgres;
CREATE VIEW public.counted AS
 SELECT count(*) AS count
   FROM public.signatures;
ALTER VIEW public.counted OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.how_many()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.crash;
END;
ALTER FUNCTION public.how_many() OWNER TO postgres;
COMMIT;
