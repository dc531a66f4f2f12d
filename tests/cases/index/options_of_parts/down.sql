\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.m DETACH PARTITION public.m2;
DROP TABLE public.m2;
COMMIT;
BEGIN;
ALTER INDEX public.m1_k_idx RESET (fillfactor);
ALTER INDEX public.m1_id_k_key RESET (fillfactor);
ALTER INDEX public.m1_pkey RESET (fillfactor);
COMMIT;
