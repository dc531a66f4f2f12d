\set ON_ERROR_STOP on
CREATE UNIQUE INDEX CONCURRENTLY a_id ON public.a (id);
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.b f WHERE f.a_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.a r WHERE r.id = f.a_id)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key b_a_id_fkey of public.b: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE public.a IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a(id) NOT VALID;
COMMIT;
ALTER TABLE public.b VALIDATE CONSTRAINT b_a_id_fkey;
