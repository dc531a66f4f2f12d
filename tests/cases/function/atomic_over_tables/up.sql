\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.log ADD COLUMN who name DEFAULT CURRENT_USER;
COMMIT;
BEGIN;
DROP PROCEDURE public.put(integer);
COMMIT;
BEGIN;
ALTER TABLE public.log ALTER COLUMN t_id TYPE bigint USING t_id::bigint;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;
COMMIT;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.total();
ALTER TABLE public.t ALTER COLUMN n TYPE numeric USING n::numeric;
CREATE OR REPLACE PROCEDURE public.put(IN i bigint)
 LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO public.log (t_id, at)
   VALUES (put.i, now());
 UPDATE public.t SET n = (t.n + (1)::numeric)
   WHERE (t.id = put.i);
END;
ALTER PROCEDURE public.put(bigint) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.total()
 RETURNS numeric
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
