\set ON_ERROR_STOP on
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.p WHERE NOT (a > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check m_a_check of public.p: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
CREATE INDEX CONCURRENTLY p_a_idx ON public.p (a);
BEGIN;
ALTER TABLE public.p ADD CONSTRAINT m_a_check CHECK ((a > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.p VALIDATE CONSTRAINT m_a_check;
BEGIN;
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (id);
ALTER TABLE public.p ALTER COLUMN a SET DEFAULT 3;
ALTER TABLE public.m ATTACH PARTITION public.p FOR VALUES FROM (0) TO (10);
COMMIT;
