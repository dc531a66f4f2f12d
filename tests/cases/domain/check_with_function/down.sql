\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER DOMAIN public.d DROP CONSTRAINT d_check;
COMMIT;
BEGIN;
DROP FUNCTION public.fine(text);
COMMIT;
