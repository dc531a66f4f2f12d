\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
DROP FUNCTION public.is_open(public.st);
DROP INDEX public.t_open;
ALTER TYPE public.st RENAME TO pleat_old_st;
CREATE TYPE public.st AS ENUM ('new', 'open', 'closed');
ALTER TYPE public.st OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN st DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN st TYPE public.st USING st::text::public.st;
DROP TYPE public.pleat_old_st;
CREATE OR REPLACE FUNCTION public.is_open(public.st)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$select $1 = 'open'$function$;
ALTER FUNCTION public.is_open(public.st) OWNER TO postgres;
CREATE VIEW public.v AS
 SELECT t.id,
    public.is_open(t.st) AS open
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
CREATE INDEX t_open ON public.t (id) WHERE (st = 'open'::public.st);
ALTER TABLE public.t ALTER COLUMN st SET DEFAULT 'new'::public.st;
COMMIT;
