\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.base ADD COLUMN fresh date DEFAULT now();
COMMIT;
BEGIN;
DROP VIEW public.v;
ALTER TABLE public.base ALTER COLUMN name TYPE text;
CREATE VIEW public.v AS
 SELECT child.name
   FROM public.child;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.base WHERE id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of id of public.base: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.base ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.base ADD CONSTRAINT pleat_not_null_id CHECK (id IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.base VALIDATE CONSTRAINT pleat_not_null_id;
BEGIN;
ALTER TABLE public.base ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.base DROP CONSTRAINT pleat_not_null_id;
ALTER TABLE public.base DROP COLUMN gone;
COMMIT;
