\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.m DETACH PARTITION public.m1;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.m1 WHERE NOT ((c)::text <> ''zz''::text)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check loc of public.m1: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ALTER COLUMN c DROP DEFAULT;
ALTER TABLE public.m1 DROP CONSTRAINT loc;
ALTER TABLE public.m ATTACH PARTITION public.m1 FOR VALUES IN (1);
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m ALTER COLUMN c TYPE character varying USING c::character varying;
ALTER TABLE public.m ALTER COLUMN c SET DEFAULT 'x'::character varying;
ALTER TABLE public.m1 ALTER COLUMN c SET DEFAULT 'yy'::character varying;
ALTER TABLE public.m1 ADD CONSTRAINT loc CHECK (((c)::text <> 'zz'::text)) NOT VALID;
COMMIT;
ALTER TABLE public.m1 VALIDATE CONSTRAINT loc;
