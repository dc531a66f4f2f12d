\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD COLUMN b text DEFAULT public.h(1);
ALTER TABLE public.t ADD COLUMN c text GENERATED ALWAYS AS (public.f(a)) STORED;
COMMIT;
CREATE INDEX CONCURRENTLY t_f_idx ON public.t (public.f(a));
CREATE INDEX CONCURRENTLY t_g_idx ON public.t (public.g(a));
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE NOT (public.f(a) = ''a''::text)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check t_a_check of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT t_a_check CHECK ((public.f(a) = 'a'::text)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_check;
