\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE public.p1 IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.f DROP CONSTRAINT f_id_k_fkey;
COMMIT;
BEGIN;
ALTER TABLE public.p DETACH PARTITION public.p1;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_p1_pkey ON public.p1 (id);
BEGIN;
ALTER TABLE public.s DETACH PARTITION public.s1;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_s1_pkey ON public.s1 (id);
BEGIN;
ALTER TABLE public.p1 DROP CONSTRAINT p1_pkey;
ALTER TABLE public.p1 ADD CONSTRAINT p1_pkey PRIMARY KEY USING INDEX pleat_new_p1_pkey;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.f f WHERE f.id IS NOT NULL AND NOT EXISTS (SELECT FROM public.p1 r WHERE r.id = f.id)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key f_id_fkey of public.f: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE public.p1 IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.f ADD CONSTRAINT f_id_fkey FOREIGN KEY (id) REFERENCES public.p1(id) NOT VALID;
COMMIT;
ALTER TABLE public.f VALIDATE CONSTRAINT f_id_fkey;
DROP INDEX CONCURRENTLY public.p1_k_idx;
BEGIN;
DROP TABLE public.p;
COMMIT;
CREATE INDEX CONCURRENTLY p1_k_idx ON public.p1 (k DESC);
BEGIN;
ALTER TABLE public.s1 DROP CONSTRAINT s1_pkey;
ALTER TABLE public.s1 ADD CONSTRAINT s1_pkey PRIMARY KEY USING INDEX pleat_new_s1_pkey;
COMMIT;
DROP INDEX CONCURRENTLY public.s1_k_idx;
CREATE INDEX CONCURRENTLY s1_k_idx ON public.s1 (k DESC);
