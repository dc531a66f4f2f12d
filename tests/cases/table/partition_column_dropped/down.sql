\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.m ALTER COLUMN b TYPE integer USING b::integer;
CREATE INDEX m_b_idx ON public.m (b);
ALTER TABLE public.m ADD COLUMN c text;
ALTER TABLE public.m ADD COLUMN d integer GENERATED ALWAYS AS ((b + 1)) STORED;
DROP INDEX public.m_e_idx;
ALTER TABLE public.m DROP COLUMN e;
COMMIT;
