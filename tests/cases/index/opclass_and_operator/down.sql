\set ON_ERROR_STOP on
CREATE INDEX CONCURRENTLY pleat_old_t_b ON public.t (b);
CREATE INDEX CONCURRENTLY pleat_old_t_a ON public.t (a public.nocase);
DROP INDEX CONCURRENTLY public.t_b;
BEGIN;
ALTER INDEX public.pleat_old_t_b RENAME TO t_b;
COMMIT;
DROP INDEX CONCURRENTLY public.t_a;
BEGIN;
ALTER INDEX public.pleat_old_t_a RENAME TO t_a;
COMMIT;
BEGIN;
ALTER OPERATOR public.<<<(text, text) SET (JOIN = NONE);
ALTER OPERATOR public.<<<(text, text) SET (RESTRICT = NONE);
COMMIT;
BEGIN;
ALTER TABLE public.t DROP COLUMN c;
COMMIT;
