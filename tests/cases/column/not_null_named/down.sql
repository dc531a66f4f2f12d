\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ALTER COLUMN e DROP NOT NULL;
COMMIT;
BEGIN;
ALTER TABLE public.alone ALTER COLUMN k DROP NOT NULL;
ALTER TABLE public.alone ALTER COLUMN h DROP NOT NULL;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE d IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of d of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.alone WHERE j IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of j of public.alone: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT goes NOT NULL d NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT goes;
BEGIN;
ALTER TABLE public.t RENAME CONSTRAINT another TO other;
ALTER TABLE public.t RENAME CONSTRAINT "Given" TO t_b_not_null;
ALTER TABLE public.t RENAME CONSTRAINT t_a_not_null TO given;
COMMIT;
BEGIN;
DROP TABLE public.m2;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m RENAME CONSTRAINT m_other TO m_given;
COMMIT;
BEGIN;
ALTER TABLE public.alone ADD CONSTRAINT alone_j_not_null NOT NULL j NO INHERIT NOT VALID;
COMMIT;
ALTER TABLE public.alone VALIDATE CONSTRAINT alone_j_not_null;
BEGIN;
ALTER TABLE public.alone ALTER CONSTRAINT i_given INHERIT;
ALTER TABLE public.alone DROP COLUMN h;
ALTER TABLE public.alone ALTER CONSTRAINT alone_g_not_null NO INHERIT;
COMMIT;
