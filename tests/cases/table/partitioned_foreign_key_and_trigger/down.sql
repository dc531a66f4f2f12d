\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.entry DROP CONSTRAINT entry_acc_fkey;
ALTER TABLE public.entry DROP CONSTRAINT entry_id_at_key;
DROP TRIGGER entry_audit ON public.entry;
COMMIT;
