\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN n TYPE bigint USING n::bigint;
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;
CREATE VIEW public.v AS
 SELECT t.id,
    t.n
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
DROP FUNCTION tools.new_id(text);
CREATE OR REPLACE FUNCTION tools.new_id()
 RETURNS bigint
 LANGUAGE sql
AS $function$ select 1 $function$;
ALTER FUNCTION tools.new_id() OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN n SET DEFAULT nextval('tools.ids'::regclass);
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT tools.new_id();
ALTER TABLE public.t ALTER COLUMN at DROP NOT NULL;
ALTER TABLE public.t ALTER COLUMN at SET DEFAULT now();
COMMIT;
BEGIN;
ALTER SEQUENCE tools.ids AS bigint CACHE 1;
COMMIT;
