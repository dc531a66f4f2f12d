\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.f(public.r);
ALTER DOMAIN public.d RENAME TO pleat_old_d;
CREATE DOMAIN public.d AS bigint NOT NULL;
ALTER DOMAIN public.d OWNER TO postgres;
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK ((VALUE > 1));
ALTER TYPE public.r RENAME TO pleat_old_r;
ALTER FUNCTION public.r(public.pleat_old_d, public.pleat_old_d) RENAME TO pleat_old_r;
ALTER FUNCTION public.r(public.pleat_old_d, public.pleat_old_d, text) RENAME TO pleat_old_r;
ALTER TYPE public.r_multirange RENAME TO pleat_old_twin_r;
ALTER FUNCTION public.r_multirange() RENAME TO pleat_old_twin_r;
ALTER FUNCTION public.r_multirange(public.pleat_old_r) RENAME TO pleat_old_twin_r;
ALTER FUNCTION public.r_multirange(VARIADIC public.pleat_old_r[]) RENAME TO pleat_old_twin_r;
CREATE TYPE public.r AS RANGE (subtype = public.d, multirange_type_name = public.r_multirange);
ALTER TYPE public.r OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN a TYPE public.r USING a::text::public.r;
ALTER TABLE public.t ALTER COLUMN b TYPE public.r[] USING b::text[]::public.r[];
DROP TYPE public.pleat_old_r;
DROP DOMAIN public.pleat_old_d;
CREATE OR REPLACE FUNCTION public.f(public.r)
 RETURNS public.d
 LANGUAGE sql
AS $function$select lower($1)$function$;
ALTER FUNCTION public.f(public.r) OWNER TO postgres;
COMMIT;
