\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;
ALTER TABLE public.t DROP CONSTRAINT c;
DROP INDEX public.t_ok;
DROP VIEW public.v;
DROP INDEX public.mv_x_idx;
DROP MATERIALIZED VIEW public.mv;
DROP FUNCTION public.ok(integer);
CREATE OR REPLACE FUNCTION public.ok(m integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1 > 0$function$;
ALTER FUNCTION public.ok(integer) OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT public.ok(3);
ALTER TABLE public.t ADD COLUMN b boolean GENERATED ALWAYS AS (public.ok(a)) STORED;
ALTER TABLE public.t ADD CONSTRAINT c CHECK (public.ok(a));
CREATE INDEX t_ok ON public.t (public.ok(a));
CREATE VIEW public.v AS
 SELECT public.ok(t.a) AS ok
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE MATERIALIZED VIEW public.mv AS
 SELECT public.ok(t.a) AS x
   FROM public.t;
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
CREATE INDEX mv_x_idx ON public.mv (x);
COMMIT;
