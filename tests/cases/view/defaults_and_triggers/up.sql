\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ADD COLUMN c date;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin insert into t values (new.a, new.b, new.c); return new; end $function$;
COMMIT;
BEGIN;
DROP TRIGGER write ON public.v;
DROP VIEW public.v;
DROP RULE quiet ON public.w;
DROP VIEW public.w;
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;
CREATE VIEW public.v AS
 SELECT t.a,
    t.b,
    t.c
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
ALTER VIEW public.v ALTER COLUMN b SET DEFAULT 'some'::text;
ALTER VIEW public.v ALTER COLUMN c SET DEFAULT CURRENT_DATE;
CREATE TRIGGER write INSTEAD OF INSERT OR UPDATE ON public.v FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE VIEW public.w AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.w OWNER TO postgres;
ALTER VIEW public.w ALTER COLUMN a SET DEFAULT 1;
CREATE RULE quiet AS ON DELETE TO public.w DO INSTEAD  DELETE FROM public.t
  WHERE (t.a = old.a);
COMMIT;
