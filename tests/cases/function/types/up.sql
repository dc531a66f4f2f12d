\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TYPE public.e2 AS ENUM ('a');
ALTER TYPE public.e2 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.t2 (
    a integer
);
ALTER TABLE public.t2 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(public.e2, public.t2[])
 RETURNS public.t2
 LANGUAGE sql
AS $function$select ($2)[1]$function$;
ALTER FUNCTION public.f(public.e2, public.t2[]) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.f(public.e, public.t);
COMMIT;
BEGIN;
DROP TABLE public.t;
COMMIT;
BEGIN;
DROP FUNCTION public.g();
DROP TYPE public.e;
CREATE OR REPLACE FUNCTION public.g()
 RETURNS SETOF public.e2
 LANGUAGE sql
AS $function$select null::e2$function$;
ALTER FUNCTION public.g() OWNER TO postgres;
COMMIT;
