\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS integer
 LANGUAGE sql
BEGIN ATOMIC
 SELECT max(t.c) AS max
    FROM public.t;
END;
COMMIT;
BEGIN;
DROP VIEW public.w;
DROP VIEW public.v;
ALTER TABLE public.t DROP COLUMN b;
CREATE VIEW public.v AS
 SELECT t.a,
    t.c
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.w AS
 SELECT v.a
   FROM public.v;
ALTER VIEW public.w OWNER TO postgres;
COMMIT;
