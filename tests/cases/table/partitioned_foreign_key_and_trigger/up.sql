\set ON_ERROR_STOP on
BEGIN;
CREATE TRIGGER entry_audit AFTER INSERT OR UPDATE ON public.entry FOR EACH ROW EXECUTE FUNCTION public.audit();
ALTER TABLE public.entry ADD CONSTRAINT entry_id_at_key UNIQUE (id, at);
ALTER TABLE public.entry ADD CONSTRAINT entry_acc_fkey FOREIGN KEY (acc) REFERENCES public.acc(id);
COMMIT;
