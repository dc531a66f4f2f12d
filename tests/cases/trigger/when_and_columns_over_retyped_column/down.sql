\set ON_ERROR_STOP on
BEGIN;
DROP TRIGGER price_change ON public.item;
ALTER TABLE public.item ALTER COLUMN price TYPE integer USING price::integer;
CREATE TRIGGER price_change AFTER UPDATE OF price ON public.item FOR EACH ROW WHEN ((old.price IS DISTINCT FROM new.price)) EXECUTE FUNCTION public.note();
DROP TRIGGER any_change ON public.item;
CREATE TRIGGER any_change AFTER INSERT OR DELETE ON public.item FOR EACH STATEMENT EXECUTE FUNCTION public.note();
COMMIT;
