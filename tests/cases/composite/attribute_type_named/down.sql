\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP PROCEDURE public.named_too(public.p);
DROP FUNCTION public.named(public.p);
DROP POLICY seen ON public.t;
DROP INDEX public.t_x_idx;
ALTER TABLE public.t DROP CONSTRAINT t_a_check;
ALTER TABLE public.t ALTER COLUMN a DROP DEFAULT;
ALTER TYPE public.p ALTER ATTRIBUTE x TYPE integer;
CREATE VIEW public.v AS
 SELECT (q.r).x AS x,
    (q.r).y AS y
   FROM ( SELECT ROW(1, 2)::public.p AS r) q;
ALTER VIEW public.v OWNER TO postgres;
CREATE OR REPLACE PROCEDURE public.named_too(IN v public.p)
 LANGUAGE sql
BEGIN ATOMIC
 SELECT (v).x AS x;
END;
ALTER PROCEDURE public.named_too(public.p) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.named(v public.p)
 RETURNS integer
 LANGUAGE sql
BEGIN ATOMIC
 SELECT ((v).x + 1);
END;
ALTER FUNCTION public.named(public.p) OWNER TO postgres;
CREATE POLICY seen ON public.t FOR ALL USING ((a = (ROW(3, 4)::public.p).x));
CREATE INDEX t_x_idx ON public.t (((ROW(a, 4)::public.p).x));
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK (((ROW(3, 4)::public.p).x > a));
ALTER TABLE public.t ALTER COLUMN a SET DEFAULT (ROW(3, 4)::public.p).x;
COMMIT;
