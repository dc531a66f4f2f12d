\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP RULE quiet ON public.w;
DROP VIEW public.w;
DROP TRIGGER write ON public.v;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
CREATE VIEW public.w AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.w OWNER TO postgres;
CREATE RULE quiet AS ON DELETE TO public.w DO INSTEAD NOTHING;
CREATE VIEW public.v AS
 SELECT t.a,
    t.b
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
ALTER VIEW public.v ALTER COLUMN b SET DEFAULT 'none'::text;
CREATE TRIGGER write INSTEAD OF INSERT ON public.v FOR EACH ROW EXECUTE FUNCTION public.f();
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin insert into t values (new.a, new.b); return new; end $function$;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN c;
COMMIT;
