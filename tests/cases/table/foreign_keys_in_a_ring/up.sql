\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.a ADD COLUMN d_id bigint;
COMMIT;
BEGIN;
CREATE TABLE public.d (
    id bigint NOT NULL,
    a_id bigint,
    d_id bigint,
    CONSTRAINT d_pkey PRIMARY KEY (id)
);
ALTER TABLE public.d OWNER TO postgres;
ALTER TABLE public.d ADD CONSTRAINT d_d_id_fkey FOREIGN KEY (d_id) REFERENCES public.d(id);
COMMIT;
BEGIN;
LOCK TABLE public.a IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.b DROP CONSTRAINT b_a_id_fkey;
COMMIT;
BEGIN;
ALTER TABLE public.a ALTER COLUMN b_id TYPE bigint USING b_id::bigint;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.a WHERE d_id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of d_id of public.a: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.a ADD CONSTRAINT pleat_not_null_d_id CHECK (d_id IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.a VALIDATE CONSTRAINT pleat_not_null_d_id;
BEGIN;
ALTER TABLE public.a ALTER COLUMN d_id SET NOT NULL;
ALTER TABLE public.a DROP CONSTRAINT pleat_not_null_d_id;
COMMIT;
BEGIN;
ALTER TABLE public.b ALTER COLUMN id TYPE bigint USING id::bigint;
COMMIT;
BEGIN;
ALTER TABLE public.a ALTER CONSTRAINT a_b DEFERRABLE;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.a f WHERE f.d_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.d r WHERE r.id = f.d_id)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key a_d_id_fkey of public.a: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.a ADD CONSTRAINT a_d_id_fkey FOREIGN KEY (d_id) REFERENCES public.d(id) NOT VALID;
COMMIT;
ALTER TABLE public.a VALIDATE CONSTRAINT a_d_id_fkey;
BEGIN;
ALTER TABLE public.b DROP COLUMN a_id;
ALTER TABLE public.b DROP CONSTRAINT b_c;
ALTER TABLE public.b ALTER COLUMN c_id TYPE bigint USING c_id::bigint;
ALTER TABLE public.c ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.b ADD CONSTRAINT b_c FOREIGN KEY (c_id) REFERENCES public.c(id) ON UPDATE CASCADE;
COMMIT;
BEGIN;
ALTER TABLE public.c DROP CONSTRAINT c_a_id_fkey;
ALTER TABLE public.a ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.c ALTER COLUMN a_id TYPE bigint USING a_id::bigint;
ALTER TABLE public.d ADD CONSTRAINT d_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a(id);
ALTER TABLE public.c ADD CONSTRAINT c_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a(id) ON DELETE CASCADE;
COMMIT;
