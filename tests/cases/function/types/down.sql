\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.g();
CREATE TYPE public.e AS ENUM ('a');
ALTER TYPE public.e OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.g()
 RETURNS SETOF public.e
 LANGUAGE sql
AS $function$select null::e$function$;
ALTER FUNCTION public.g() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.t (
    a integer
);
ALTER TABLE public.t OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(public.e, public.t)
 RETURNS public.t
 LANGUAGE sql
AS $function$select $2$function$;
ALTER FUNCTION public.f(public.e, public.t) OWNER TO postgres;
COMMIT;
BEGIN;
DROP FUNCTION public.f(public.e2, public.t2[]);
COMMIT;
BEGIN;
DROP TABLE public.t2;
COMMIT;
BEGIN;
DROP TYPE public.e2;
COMMIT;
