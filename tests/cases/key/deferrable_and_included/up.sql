\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.r ADD COLUMN b integer;
COMMIT;
BEGIN;
LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.r DROP CONSTRAINT r_a_fkey;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_pk ON public.t (a, b) INCLUDE (c);
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_u ON public.t (b, c) WITH (fillfactor='50');
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT pk;
ALTER TABLE public.t ADD CONSTRAINT pk PRIMARY KEY USING INDEX pleat_new_pk;
ALTER TABLE public.t REPLICA IDENTITY USING INDEX pk;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.r f WHERE (f.a, f.b) IS NOT NULL AND NOT EXISTS (SELECT FROM public.t r WHERE (r.a, r.b) = (f.a, f.b))' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key r_a_b_fkey of public.r: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT u;
LOCK TABLE public.t IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.r ADD CONSTRAINT r_a_b_fkey FOREIGN KEY (a, b) REFERENCES public.t(a, b) NOT VALID;
ALTER TABLE public.t ADD CONSTRAINT u UNIQUE USING INDEX pleat_new_u;
ALTER TABLE public.t CLUSTER ON u;
COMMIT;
ALTER TABLE public.r VALIDATE CONSTRAINT r_a_b_fkey;
