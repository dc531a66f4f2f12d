\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TABLE public.t DROP CONSTRAINT t_a_check1;
DROP FUNCTION public.f();
DROP VIEW public.v;
ALTER TYPE public.p ADD ATTRIBUTE z text;
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT ROW(3, 4, 'five'::text)::public.p;
ALTER TABLE public.t ADD CONSTRAINT t_a_check1 CHECK ((a <> ROW(8, 9, NULL::text)::public.p));
CREATE OR REPLACE FUNCTION public.f()
 RETURNS public.p
 LANGUAGE sql
BEGIN ATOMIC
 SELECT ROW(1, 2, 'three'::text)::public.p AS "row";
END;
ALTER FUNCTION public.f() OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT ROW(5, 6, '7'::text)::public.p AS r,
    t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
