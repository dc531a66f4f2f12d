\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TYPE public.old;
ALTER TYPE public.old OWNER TO postgres;
COMMIT;
BEGIN;
DROP TYPE public.becomes CASCADE;
COMMIT;
BEGIN;
CREATE TYPE public.becomes;
ALTER TYPE public.becomes OWNER TO postgres;
COMMIT;
BEGIN;
DROP TYPE public.fresh;
COMMIT;
BEGIN;
COMMENT ON TYPE public."Kept one" IS NULL;
COMMIT;
