\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.m DETACH PARTITION public.m1;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m DROP CONSTRAINT u;
ALTER TABLE public.m ALTER COLUMN k TYPE bigint USING k::bigint;
ALTER TABLE public.m2 ADD CONSTRAINT m2_id_k_key UNIQUE (id, k) WITH (fillfactor='50');
COMMENT ON INDEX public.m2_id_k_key IS 'comes';
ALTER TABLE public.m ADD CONSTRAINT u UNIQUE (id, k);
DROP INDEX public.m_j;
DROP INDEX public.m1_j;
ALTER TABLE public.m ALTER COLUMN j TYPE bigint USING j::bigint;
CREATE INDEX m_j ON public.m (j);
COMMENT ON INDEX public.m2_j_idx IS 'comes';
CREATE INDEX m1_j ON public.m1 (j);
COMMIT;
