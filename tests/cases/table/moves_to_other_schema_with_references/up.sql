\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE app.parent (
    id integer NOT NULL,
    CONSTRAINT parent_pkey PRIMARY KEY (id)
);
ALTER TABLE app.parent OWNER TO postgres;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with id = '' || min(id::text) FROM public.child f WHERE f.parent_id IS NOT NULL AND NOT EXISTS (SELECT FROM app.parent r WHERE r.id = f.parent_id)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key child_parent_id_fkey of public.child: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.child DROP CONSTRAINT child_parent_id_fkey;
DROP TABLE public.parent;
ALTER TABLE public.child ADD CONSTRAINT child_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES app.parent(id) NOT VALID;
COMMIT;
ALTER TABLE public.child VALIDATE CONSTRAINT child_parent_id_fkey;
