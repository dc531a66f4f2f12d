\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP TRIGGER part_view_insert ON public.part_view;
DROP RULE part_view_delete ON public.part_view;
DROP VIEW public.part_view;
CREATE VIEW public.part_view AS
 SELECT part.id,
    part.name
   FROM public.part;
ALTER VIEW public.part_view OWNER TO postgres;
ALTER VIEW public.part_view ALTER COLUMN name SET DEFAULT 'unnamed'::text;
CREATE TRIGGER part_view_insert INSTEAD OF INSERT ON public.part_view FOR EACH ROW EXECUTE FUNCTION public.part_insert();
CREATE RULE part_view_delete AS ON DELETE TO public.part_view DO INSTEAD  DELETE FROM public.part
  WHERE (part.id = old.id);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.part_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into part values (new.id, new.name); return new; end$function$;
COMMIT;
BEGIN;
ALTER TABLE public.part DROP COLUMN price;
COMMIT;
