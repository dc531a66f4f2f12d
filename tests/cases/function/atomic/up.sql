\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ADD COLUMN d integer;
COMMIT;
BEGIN;
DROP FUNCTION public.grouped();
DROP PROCEDURE public.p(integer);
DROP VIEW public.v;
DROP FUNCTION public.g();
ALTER TABLE public.t DROP COLUMN c;
DROP FUNCTION public.f(integer);
ALTER TABLE public.t ALTER COLUMN b TYPE bigint USING b::bigint;
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
CREATE OR REPLACE FUNCTION public.g()
 RETURNS bigint
 LANGUAGE sql
RETURN (public.f(2) + (SELECT max(t.d) AS max FROM public.t));
ALTER FUNCTION public.g() OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.grouped()
 RETURNS SETOF public.t
 LANGUAGE sql
BEGIN ATOMIC
 SELECT t.a,
     t.b,
     t.d
    FROM public.t
   GROUP BY t.a;
END;
ALTER FUNCTION public.grouped() OWNER TO postgres;
CREATE OR REPLACE PROCEDURE public.p(IN a integer)
 LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO public.t (a)
   VALUES (p.a);
 UPDATE public.t SET b = 2;
END;
ALTER PROCEDURE public.p(integer) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.g() AS g;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
