\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.f();
ALTER TABLE public.t DROP CONSTRAINT t_a_check1;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TYPE public.p DROP ATTRIBUTE z;
CREATE VIEW public.v AS
 SELECT ROW(5, 6)::public.p AS r,
    t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS public.p
 LANGUAGE sql
BEGIN ATOMIC
 SELECT ROW(1, 2)::public.p AS "row";
END;
ALTER FUNCTION public.f() OWNER TO postgres;
ALTER TABLE public.t ADD CONSTRAINT t_a_check1 CHECK ((a <> ROW(8, 9)::public.p));
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT ROW(3, 4)::public.p;
COMMIT;
