\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.b ADD COLUMN n integer;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.v AS
 SELECT a.id,
    b.a_code,
    b.n
   FROM (public.a
     JOIN public.b ON ((b.a_code = a.code)));
COMMIT;
BEGIN;
LOCK TABLE public.b IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.c DROP CONSTRAINT c_b_fkey;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_a_id_key ON public.a (id);
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_a_pkey ON public.a (code);
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with a_code = '' || min(a_code::text) FROM public.b WHERE n IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of n of public.b: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_b_pkey ON public.b (a_code, n);
BEGIN;
ALTER TABLE public.b ADD CONSTRAINT pleat_not_null_n CHECK (n IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.b VALIDATE CONSTRAINT pleat_not_null_n;
BEGIN;
ALTER TABLE public.b ALTER COLUMN n SET NOT NULL;
ALTER TABLE public.b DROP CONSTRAINT pleat_not_null_n;
COMMIT;
BEGIN;
ALTER TABLE public.a DROP CONSTRAINT a_pkey;
ALTER TABLE public.b DROP CONSTRAINT b_pkey;
ALTER TABLE public.b ADD CONSTRAINT b_pkey PRIMARY KEY USING INDEX pleat_new_b_pkey;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.c f WHERE (f.b, f.x) IS NOT NULL AND NOT EXISTS (SELECT FROM public.b r WHERE (r.a_code, r.n) = (f.b, f.x))' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key c_b_x_fkey of public.c: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE public.b IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.c ADD CONSTRAINT c_b_x_fkey FOREIGN KEY (b, x) REFERENCES public.b(a_code, n) NOT VALID;
ALTER TABLE public.b DROP CONSTRAINT b_a_code_fkey;
ALTER TABLE public.a ADD CONSTRAINT a_id_key UNIQUE USING INDEX pleat_new_a_id_key;
ALTER TABLE public.a DROP CONSTRAINT a_code_key;
ALTER TABLE public.a ADD CONSTRAINT a_pkey PRIMARY KEY USING INDEX pleat_new_a_pkey;
ALTER TABLE public.b ADD CONSTRAINT b_a_code_fkey FOREIGN KEY (a_code) REFERENCES public.a(code);
COMMIT;
ALTER TABLE public.c VALIDATE CONSTRAINT c_b_x_fkey;
