\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN colour DROP DEFAULT;
ALTER DOMAIN public.colour RENAME TO pleat_old_colour;
CREATE TYPE public.colour AS ENUM ('red', 'blue');
ALTER TYPE public.colour OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN colour TYPE public.colour USING colour::text::public.colour;
ALTER TABLE public.t ALTER COLUMN colour SET DEFAULT 'red'::public.colour;
DROP DOMAIN public.pleat_old_colour;
COMMIT;
