\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.p RENAME CONSTRAINT p_id_key TO key_of_p;
ALTER INDEX public.p_a_idx RENAME TO a_of_p;
COMMIT;
