\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.part ADD COLUMN price numeric(10,2);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.part_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into part values (new.id, new.name, new.price); return new; end$function$;
COMMIT;
BEGIN;
DROP RULE part_view_delete ON public.part_view;
DROP TRIGGER part_view_insert ON public.part_view;
DROP VIEW public.part_view;
CREATE VIEW public.part_view AS
 SELECT part.id,
    upper(part.name) AS name,
    part.price
   FROM public.part;
ALTER VIEW public.part_view OWNER TO postgres;
ALTER VIEW public.part_view ALTER COLUMN name SET DEFAULT 'without a name'::text;
CREATE RULE part_view_delete AS ON DELETE TO public.part_view DO INSTEAD  DELETE FROM public.part
  WHERE (part.id = old.id);
CREATE TRIGGER part_view_insert INSTEAD OF INSERT ON public.part_view FOR EACH ROW EXECUTE FUNCTION public.part_insert();
COMMIT;
