\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.show(public.addr);
ALTER TYPE public.addr RENAME TO pleat_old_addr;
CREATE TYPE public.addr AS (street text, zip text, land character(2));
ALTER TYPE public.addr OWNER TO postgres;
ALTER TABLE public.p ADD COLUMN work public.addr;
ALTER TABLE public.p ALTER COLUMN home TYPE public.addr USING CASE WHEN home IS DISTINCT FROM NULL THEN ROW((home).street::text, (home).zip::text, NULL)::public.addr END;
DROP TYPE public.pleat_old_addr;
CREATE OR REPLACE FUNCTION public.show(public.addr)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$select ($1).street || ($1).land$function$;
ALTER FUNCTION public.show(public.addr) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT public.show(p.home) AS s,
    (p.home).zip AS zip
   FROM public.p;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
