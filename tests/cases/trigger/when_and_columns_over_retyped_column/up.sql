\set ON_ERROR_STOP on
BEGIN;
DROP TRIGGER any_change ON public.item;
CREATE TRIGGER any_change AFTER INSERT OR DELETE OR TRUNCATE ON public.item FOR EACH STATEMENT EXECUTE FUNCTION public.note();
DROP TRIGGER price_change ON public.item;
ALTER TABLE public.item ALTER COLUMN price TYPE numeric(12,2) USING price::numeric(12,2);
CREATE TRIGGER price_change AFTER UPDATE OF price ON public.item FOR EACH ROW WHEN ((old.price IS DISTINCT FROM new.price)) EXECUTE FUNCTION public.note();
COMMIT;
