\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.alone ALTER CONSTRAINT alone_g_not_null INHERIT;
ALTER TABLE public.alone ADD COLUMN h integer;
ALTER TABLE public.alone ALTER CONSTRAINT i_given NO INHERIT;
ALTER TABLE public.alone ALTER COLUMN j DROP NOT NULL;
COMMIT;
BEGIN;
LOCK TABLE ONLY public.m IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.m RENAME CONSTRAINT m_given TO m_other;
COMMIT;
BEGIN;
CREATE TABLE public.m2 PARTITION OF public.m FOR VALUES FROM (10) TO (20);
ALTER TABLE public.m2 OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t RENAME CONSTRAINT given TO t_a_not_null;
ALTER TABLE public.t RENAME CONSTRAINT t_b_not_null TO "Given";
ALTER TABLE public.t RENAME CONSTRAINT other TO another;
ALTER TABLE public.t ALTER COLUMN d DROP NOT NULL;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.alone WHERE k IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of k of public.alone: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE e IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of e of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.alone WHERE h IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of h of public.alone: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.alone ADD CONSTRAINT fresh NOT NULL h NO INHERIT NOT VALID;
COMMIT;
ALTER TABLE public.alone VALIDATE CONSTRAINT fresh;
BEGIN;
ALTER TABLE public.alone ADD CONSTRAINT alone_k_not_null NOT NULL k NO INHERIT NOT VALID;
COMMIT;
ALTER TABLE public.alone VALIDATE CONSTRAINT alone_k_not_null;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT comes NOT NULL e NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT comes;
