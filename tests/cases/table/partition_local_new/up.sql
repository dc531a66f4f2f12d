\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.m (
    id integer,
    a integer DEFAULT 1,
    b text,
    c integer DEFAULT 3
) PARTITION BY RANGE (id);
ALTER TABLE public.m OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.p PARTITION OF public.m (
    CONSTRAINT small CHECK ((a < 100))
) FOR VALUES FROM (0) TO (10);
ALTER TABLE public.p OWNER TO postgres;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.p WHERE b IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of b of public.p: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
CREATE TRIGGER t BEFORE UPDATE ON public.p FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE public.p ALTER COLUMN a SET DEFAULT 5;
ALTER TABLE public.p ADD CONSTRAINT pleat_not_null_b CHECK (b IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.p VALIDATE CONSTRAINT pleat_not_null_b;
BEGIN;
ALTER TABLE public.p ALTER COLUMN b SET NOT NULL;
ALTER TABLE public.p DROP CONSTRAINT pleat_not_null_b;
ALTER TABLE public.p ALTER COLUMN b SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.p ALTER COLUMN b SET STATISTICS 7;
GRANT SELECT (b) ON TABLE public.p TO case_reader;
COMMENT ON COLUMN public.p.b IS 'of the partition';
ALTER TABLE public.p ALTER COLUMN c DROP DEFAULT;
COMMIT;
