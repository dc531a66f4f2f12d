\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.r DROP CONSTRAINT r_x_fkey;
ALTER TABLE public.p DETACH PARTITION public.p1;
LOCK TABLE ONLY public.p2 IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.p DETACH PARTITION public.p2;
DROP TABLE public.p;
CREATE TABLE s.p (
    a integer NOT NULL,
    b integer,
    CONSTRAINT p_pkey PRIMARY KEY (a)
) PARTITION BY LIST (a);
ALTER TABLE s.p OWNER TO postgres;
CREATE INDEX p_b_idx ON s.p (b);
ALTER TABLE s.p ATTACH PARTITION public.p1 FOR VALUES IN (1);
ALTER TABLE s.p ATTACH PARTITION public.p2 FOR VALUES IN (2);
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.r f WHERE f.x IS NOT NULL AND NOT EXISTS (SELECT FROM s.p r WHERE r.a = f.x)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key r_x_fkey of public.r: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.r ADD CONSTRAINT r_x_fkey FOREIGN KEY (x) REFERENCES s.p(a) NOT VALID;
COMMIT;
ALTER TABLE public.r VALIDATE CONSTRAINT r_x_fkey;
