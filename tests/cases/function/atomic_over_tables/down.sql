\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.total();
DROP PROCEDURE public.put(bigint);
ALTER TABLE public.t ALTER COLUMN n TYPE integer USING n::integer;
CREATE OR REPLACE FUNCTION public.total()
 RETURNS bigint
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT sum(t.n) AS sum
    FROM public.t;
END;
ALTER FUNCTION public.total() OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.total() AS total;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
COMMIT;
BEGIN;
ALTER TABLE public.log ALTER COLUMN t_id TYPE integer USING t_id::integer;
COMMIT;
BEGIN;
CREATE OR REPLACE PROCEDURE public.put(IN i integer)
 LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO public.log (t_id, at)
   VALUES (put.i, now());
 UPDATE public.t SET n = (t.n + 1)
   WHERE (t.id = put.i);
END;
ALTER PROCEDURE public.put(integer) OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.log DROP COLUMN who;
COMMIT;
