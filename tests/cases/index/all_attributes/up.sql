\set ON_ERROR_STOP on
CREATE INDEX CONCURRENTLY i2 ON public.t USING gin (c) WITH (fastupdate=off);
CREATE INDEX CONCURRENTLY i3 ON public.t USING hash (a);
CREATE INDEX CONCURRENTLY i4 ON public.t (lower(b) COLLATE "C", ((a + 1)));
BEGIN;
ALTER INDEX public.i4 ALTER COLUMN 1 SET STATISTICS 100;
COMMIT;
CREATE INDEX CONCURRENTLY i6 ON public.t USING brin (a) WITH (pages_per_range='5');
CREATE INDEX CONCURRENTLY i7 ON public.t (e COLLATE "POSIX") WITH (fillfactor='60');
BEGIN;
ALTER TABLE public.t CLUSTER ON i7;
COMMIT;
CREATE INDEX CONCURRENTLY i8 ON public.t USING gist (c tsvector_ops (siglen='100'));
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE a IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of a of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT pleat_not_null_a CHECK (a IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT pleat_not_null_a;
BEGIN;
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;
ALTER TABLE public.t DROP CONSTRAINT pleat_not_null_a;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY i1 ON public.t (a DESC NULLS LAST, b text_pattern_ops) INCLUDE (d) WHERE (a > 0);
BEGIN;
COMMENT ON INDEX public.i1 IS 'first';
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY i5 ON public.t (a) NULLS NOT DISTINCT;
