\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_b_check;
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;
DROP CAST (public.color AS integer);
DROP CAST (public.color AS character varying);
DROP CAST (integer AS public.color);
DROP FUNCTION public.to_color(integer);
DROP FUNCTION public.from_color(public.color);
ALTER TYPE public.color RENAME TO pleat_old_color;
CREATE TYPE public.color AS ENUM ('red', 'green', 'blue');
ALTER TYPE public.color OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN b TYPE public.color USING b::text::public.color;
DROP TYPE public.pleat_old_color;
CREATE OR REPLACE FUNCTION public.from_color(public.color)
 RETURNS integer
 LANGUAGE sql
AS $function$ select case $1 when 'red' then 1 else 2 end $function$;
ALTER FUNCTION public.from_color(public.color) OWNER TO postgres;
CREATE CAST (public.color AS integer) WITH FUNCTION public.from_color(public.color);
COMMENT ON CAST (public.color AS integer) IS 'its number';
CREATE CAST (public.color AS character varying) WITH INOUT AS IMPLICIT;
CREATE OR REPLACE FUNCTION public.to_color(integer)
 RETURNS public.color
 LANGUAGE sql
AS $function$ select case $1 when 1 then 'red'::color else 'green' end $function$;
ALTER FUNCTION public.to_color(integer) OWNER TO postgres;
CREATE CAST (integer AS public.color) WITH FUNCTION public.to_color(integer) AS ASSIGNMENT;
ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK (((b)::integer > 0));
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT (1)::public.color;
COMMIT;
