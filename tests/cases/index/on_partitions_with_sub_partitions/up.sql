\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.p ADD COLUMN n integer;
COMMIT;
BEGIN;
CREATE INDEX p1_local ON public.p1 (lower(v));
COMMIT;
CREATE INDEX CONCURRENTLY p1b_local ON public.p1b (v) WHERE (id > 5);
BEGIN;
CREATE UNIQUE INDEX p_id ON public.p (id, d);
COMMIT;
DROP INDEX CONCURRENTLY public.p2_local;
BEGIN;
DROP INDEX public.p_v;
CREATE INDEX p_v ON public.p (v, n);
COMMIT;
