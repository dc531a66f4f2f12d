\set ON_ERROR_STOP on
BEGIN;
ALTER TYPE public.colour RENAME TO pleat_old_colour;
CREATE DOMAIN public.colour AS text;
ALTER DOMAIN public.colour OWNER TO postgres;
ALTER DOMAIN public.colour ADD CONSTRAINT colour_check CHECK ((VALUE = ANY (ARRAY['red'::text, 'blue'::text])));
ALTER TABLE public.t ALTER COLUMN colour DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN colour TYPE public.colour USING colour::text::public.colour;
DROP TYPE public.pleat_old_colour;
ALTER TABLE public.t ALTER COLUMN colour SET DEFAULT 'red'::text;
COMMIT;
