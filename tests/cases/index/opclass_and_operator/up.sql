\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN c text;
COMMIT;
BEGIN;
ALTER OPERATOR public.<<<(text, text) SET (RESTRICT = scalarltsel);
ALTER OPERATOR public.<<<(text, text) SET (JOIN = scalarltjoinsel);
COMMIT;
BEGIN;
ALTER INDEX public.t_a RENAME TO pleat_old_t_a;
COMMIT;
CREATE INDEX CONCURRENTLY t_a ON public.t (b public.nocase, a);
BEGIN;
ALTER INDEX public.t_b RENAME TO pleat_old_t_b;
COMMIT;
CREATE INDEX CONCURRENTLY t_b ON public.t (b public.nocase DESC) INCLUDE (c);
DROP INDEX CONCURRENTLY public.pleat_old_t_a;
DROP INDEX CONCURRENTLY public.pleat_old_t_b;
