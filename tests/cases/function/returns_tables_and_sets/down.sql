\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.f();
CREATE OR REPLACE FUNCTION public.f()
 RETURNS TABLE(a integer, b text)
 LANGUAGE sql
AS $function$ select a, b from t $function$;
ALTER FUNCTION public.f() OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT f.a,
    g.y
   FROM public.f() f(a, b),
    public.g() g(x, y);
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.h();
CREATE OR REPLACE FUNCTION public.h(OUT x integer, OUT y text)
 RETURNS record
 LANGUAGE sql
AS $function$ select 1, 'a' $function$;
ALTER FUNCTION public.h() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.i(VARIADIC integer[])
 RETURNS integer
 LANGUAGE sql
RETURN ($1)[1];
ALTER FUNCTION public.i(integer[]) OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
COMMIT;
BEGIN;
ALTER TYPE public.pair ALTER ATTRIBUTE x TYPE integer;
COMMIT;
BEGIN;
DROP FUNCTION public.i(text[]);
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN c;
COMMIT;
