\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.plain f WHERE f.ref_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.ref r WHERE r.id = f.ref_id)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key plain_ref_id_fkey of public.plain: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE public.ref IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ADD CONSTRAINT m_fk FOREIGN KEY (ref_id) REFERENCES public.ref(id);
COMMIT;
BEGIN;
LOCK TABLE public.ref IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.plain ADD CONSTRAINT plain_ref_id_fkey FOREIGN KEY (ref_id) REFERENCES public.ref(id) ON DELETE CASCADE NOT VALID;
COMMIT;
ALTER TABLE public.plain VALIDATE CONSTRAINT plain_ref_id_fkey;
