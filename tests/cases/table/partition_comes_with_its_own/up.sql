\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.m (
    a integer,
    b integer,
    c text
) PARTITION BY LIST (a);
ALTER TABLE public.m OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.m1 PARTITION OF public.m (
    CONSTRAINT own CHECK ((b > 1))
) FOR VALUES IN (1);
ALTER TABLE public.m1 OWNER TO postgres;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.m1 WHERE b IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of b of public.m1: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.m1 ADD CONSTRAINT pleat_not_null_b CHECK (b IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.m1 VALIDATE CONSTRAINT pleat_not_null_b;
BEGIN;
ALTER TABLE public.m1 ALTER COLUMN b SET NOT NULL;
ALTER TABLE public.m1 DROP CONSTRAINT pleat_not_null_b;
ALTER TABLE ONLY public.m1 ALTER COLUMN b SET STATISTICS 77;
ALTER TABLE public.m1 ALTER COLUMN b SET DEFAULT 2;
ALTER TABLE public.m1 ALTER COLUMN c SET STORAGE EXTERNAL;
CREATE INDEX m1_c ON public.m1 (c) WHERE (b > 0);
COMMIT;
BEGIN;
DROP TABLE public.w;
COMMIT;
