\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN c text;
COMMIT;
BEGIN;
ALTER OPERATOR public.<<<(text, text) SET (RESTRICT = scalarltsel);
ALTER OPERATOR public.<<<(text, text) SET (JOIN = scalarltjoinsel);
COMMIT;
DROP INDEX CONCURRENTLY public.t_a;
CREATE INDEX CONCURRENTLY t_a ON public.t (b public.nocase, a);
DROP INDEX CONCURRENTLY public.t_b;
CREATE INDEX CONCURRENTLY t_b ON public.t (b public.nocase DESC) INCLUDE (c);
