\set ON_ERROR_STOP on
SET check_function_bodies = off;
ALTER TYPE public.level ADD VALUE IF NOT EXISTS 'middle' AFTER 'low';
BEGIN;
ALTER DOMAIN public.l SET DEFAULT 'middle'::public.level;
COMMIT;
BEGIN;
ALTER TABLE public.t ALTER COLUMN level SET DEFAULT 'middle'::public.level;
ALTER TABLE public.t ALTER COLUMN levels SET DEFAULT '{low,middle}'::public.level[];
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.at_least(public.level, public.level DEFAULT 'middle'::public.level)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 >= $2);
COMMIT;
