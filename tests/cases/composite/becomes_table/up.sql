\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP FUNCTION public.get();
DROP TYPE public.item;
CREATE TABLE public.item (
    id integer NOT NULL,
    name text,
    CONSTRAINT item_pkey PRIMARY KEY (id)
);
ALTER TABLE public.item OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.get()
 RETURNS SETOF public.item
 LANGUAGE sql
AS $function$select id, name from item$function$;
ALTER FUNCTION public.get() OWNER TO postgres;
COMMIT;
