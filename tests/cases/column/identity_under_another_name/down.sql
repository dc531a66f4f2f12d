\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_pkey;
ALTER TABLE public.t DROP COLUMN number;
ALTER TABLE public.t ADD COLUMN id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_numbers);
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_pkey ON public.t (id);
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.u WHERE id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of id of public.u: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX pleat_new_t_pkey;
COMMIT;
BEGIN;
ALTER TABLE public.u ADD CONSTRAINT pleat_not_null_id CHECK (id IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.u VALIDATE CONSTRAINT pleat_not_null_id;
BEGIN;
ALTER TABLE public.u ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.u DROP CONSTRAINT pleat_not_null_id;
COMMIT;
BEGIN;
DROP SEQUENCE public.u_id_seq;
COMMIT;
BEGIN;
ALTER TABLE public.u ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.u', 'id'), (SELECT max(id) FROM public.u), true) WHERE EXISTS (SELECT FROM public.u);
COMMIT;
