\set ON_ERROR_STOP on
BEGIN;
DROP INDEX public.m_b;
CREATE INDEX m1_own ON public.m1 (b);
COMMIT;
