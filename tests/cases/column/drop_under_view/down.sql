\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.w;
DROP VIEW public.v;
ALTER TABLE public.t ADD COLUMN b integer;
CREATE VIEW public.v AS
 SELECT t.a,
    t.b,
    t.c
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.w AS
 SELECT v.a
   FROM public.v;
ALTER VIEW public.w OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
BEGIN ATOMIC
 SELECT max(t.b) AS max
    FROM public.t;
END;
COMMIT;
