\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE OR REPLACE FUNCTION public.at_least(public.level, public.level DEFAULT 'low'::public.level)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 >= $2);
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN levels SET DEFAULT '{low}'::public.level[];
ALTER TABLE public.t ALTER COLUMN level SET DEFAULT 'low'::public.level;
COMMIT;
BEGIN;
ALTER DOMAIN public.l SET DEFAULT 'high'::public.level;
COMMIT;
