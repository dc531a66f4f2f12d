\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.m ADD COLUMN e text DEFAULT 'x'::text NOT NULL;
CREATE INDEX m_e_idx ON public.m (e);
ALTER TABLE public.m DROP COLUMN d;
ALTER TABLE public.m DROP COLUMN c;
DROP INDEX public.m_b_idx;
ALTER TABLE public.m ALTER COLUMN b TYPE bigint USING b::bigint;
COMMIT;
