\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ADD COLUMN c date;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.i(VARIADIC text[])
 RETURNS text
 LANGUAGE sql
RETURN ($1)[1];
ALTER FUNCTION public.i(text[]) OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TYPE public.pair ALTER ATTRIBUTE x TYPE bigint;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
COMMIT;
BEGIN;
DROP FUNCTION public.i(integer[]);
COMMIT;
BEGIN;
DROP FUNCTION public.h();
CREATE OR REPLACE FUNCTION public.h(OUT x integer, OUT y text, OUT z integer)
 RETURNS record
 LANGUAGE sql
AS $function$ select 1, 'a', 2 $function$;
ALTER FUNCTION public.h() OWNER TO postgres;
COMMIT;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.f();
CREATE OR REPLACE FUNCTION public.f()
 RETURNS TABLE(a bigint, b text, c date)
 LANGUAGE sql
AS $function$ select a, b, c from t $function$;
ALTER FUNCTION public.f() OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT f.a,
    f.c,
    g.y
   FROM public.f() f(a, b, c),
    public.g() g(x, y);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
