\set ON_ERROR_STOP on
BEGIN;
ALTER INDEX public.a_of_p RENAME TO p_a_idx;
ALTER TABLE public.p RENAME CONSTRAINT key_of_p TO p_id_key;
COMMIT;
