\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.b f WHERE f.other IS NOT NULL AND NOT EXISTS (SELECT FROM public.a r WHERE r.x = f.other)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key b_other_fkey of public.b: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE public.a IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.b ADD CONSTRAINT b_other_fkey FOREIGN KEY (other) REFERENCES public.a(x) MATCH FULL DEFERRABLE NOT VALID;
COMMIT;
ALTER TABLE public.b VALIDATE CONSTRAINT b_other_fkey;
BEGIN;
LOCK TABLE public.a IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.b ADD CONSTRAINT nv FOREIGN KEY (a_id) REFERENCES public.a(id) NOT VALID;
COMMIT;
BEGIN;
LOCK TABLE public.a IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.b DROP CONSTRAINT fk;
ALTER TABLE public.b ADD CONSTRAINT fk FOREIGN KEY (a_id) REFERENCES public.a(id) ON DELETE CASCADE NOT VALID;
COMMIT;
ALTER TABLE public.b VALIDATE CONSTRAINT fk;
