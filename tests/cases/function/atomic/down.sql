\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP PROCEDURE public.p(integer);
DROP FUNCTION public.grouped();
DROP FUNCTION public.g();
DROP FUNCTION public.f(integer);
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;
CREATE OR REPLACE FUNCTION public.f(x integer)
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT sum(t.b) AS sum
    FROM public.t
   WHERE (t.a = f.x);
 SELECT count(*) AS count
    FROM public.t;
END;
ALTER FUNCTION public.f(integer) OWNER TO postgres;
ALTER TABLE public.t ADD COLUMN c integer;
CREATE OR REPLACE FUNCTION public.g()
 RETURNS bigint
 LANGUAGE sql
RETURN (public.f(1) + (SELECT max(t.c) AS max FROM public.t));
ALTER FUNCTION public.g() OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.g() AS g;
ALTER VIEW public.v OWNER TO postgres;
CREATE OR REPLACE PROCEDURE public.p(IN a integer)
 LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO public.t (a)
   VALUES (p.a);
 UPDATE public.t SET b = 1;
END;
ALTER PROCEDURE public.p(integer) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.grouped()
 RETURNS SETOF public.t
 LANGUAGE sql
BEGIN ATOMIC
 SELECT t.a,
     t.b,
     t.c
    FROM public.t
   GROUP BY t.a;
END;
ALTER FUNCTION public.grouped() OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN d;
COMMIT;
