\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.t ALTER COLUMN c DROP NOT NULL;
COMMIT;
BEGIN;
ALTER TABLE public.w ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.w ALTER COLUMN r DROP DEFAULT;
ALTER TABLE public.w ALTER COLUMN s TYPE text[] USING s::text[];
ALTER TABLE public.w ALTER COLUMN r TYPE text USING r::text;
ALTER TABLE public.typed ALTER COLUMN b TYPE integer USING b::integer;
ALTER TABLE public.w ALTER COLUMN r TYPE public.typed USING r::text::public.typed;
ALTER TABLE public.w ALTER COLUMN s TYPE public.typed[] USING s::text[]::public.typed[];
ALTER TABLE public.w ALTER COLUMN s SET DEFAULT ARRAY[ROW(3, 4)::public.typed];
ALTER TABLE public.w ALTER COLUMN r SET DEFAULT ROW(1, 2);
COMMIT;
BEGIN;
ALTER TABLE public.v ALTER COLUMN r DROP DEFAULT;
ALTER TABLE public.goes ADD COLUMN c integer;
ALTER TABLE public.v ALTER COLUMN r SET DEFAULT ROW(1, 2, 3)::public.goes;
COMMIT;
BEGIN;
DROP VIEW public.vt;
DROP FUNCTION public.f(public.t);
ALTER TABLE public.u ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.u ALTER COLUMN s DROP DEFAULT;
ALTER TABLE public.u ALTER COLUMN r DROP DEFAULT;
ALTER TABLE public.t DROP COLUMN c;
CREATE VIEW public.vt AS
 SELECT ROW(1, 2)::public.t AS x;
ALTER VIEW public.vt OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.f(x public.t DEFAULT ROW(1, 2)::public.t)
 RETURNS integer
 LANGUAGE sql
AS $function$select (x).a$function$;
ALTER FUNCTION public.f(public.t) OWNER TO postgres;
ALTER TABLE public.u ALTER COLUMN s SET DEFAULT ARRAY[ROW(1, 2)::public.t];
ALTER TABLE public.u ALTER COLUMN r SET DEFAULT ROW(1, 2);
COMMIT;
