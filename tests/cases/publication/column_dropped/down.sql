\set ON_ERROR_STOP on
BEGIN;
ALTER PUBLICATION p DROP TABLE ONLY public.u;
ALTER TABLE public.u ADD COLUMN a integer;
ALTER PUBLICATION p ADD TABLE ONLY public.u WHERE ((a > 0));
COMMIT;
BEGIN;
ALTER PUBLICATION p DROP TABLE ONLY public.t;
ALTER TABLE public.t ADD COLUMN a integer;
ALTER PUBLICATION p ADD TABLE ONLY public.t (a, b, id);
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.u WHERE a IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of a of public.u: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.u ADD CONSTRAINT pleat_not_null_a CHECK (a IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.u VALIDATE CONSTRAINT pleat_not_null_a;
BEGIN;
ALTER TABLE public.u ALTER COLUMN a SET NOT NULL;
ALTER TABLE public.u DROP CONSTRAINT pleat_not_null_a;
COMMIT;
