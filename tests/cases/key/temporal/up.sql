\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.fresh (
    id int4range NOT NULL,
    at daterange NOT NULL,
    CONSTRAINT fresh_key PRIMARY KEY (id, at WITHOUT OVERLAPS)
);
ALTER TABLE public.fresh OWNER TO postgres;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.room WHERE id IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of id of public.room: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.room ADD CONSTRAINT pleat_not_null_id CHECK (id IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.room VALIDATE CONSTRAINT pleat_not_null_id;
BEGIN;
ALTER TABLE public.room ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.room DROP CONSTRAINT pleat_not_null_id;
ALTER TABLE public.room ADD CONSTRAINT room_key PRIMARY KEY (id, at WITHOUT OVERLAPS);
ALTER TABLE public.room ADD CONSTRAINT room_other UNIQUE (id, other WITHOUT OVERLAPS);
COMMIT;
BEGIN;
LOCK TABLE public.room IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.stay ADD CONSTRAINT stays FOREIGN KEY (room_id, PERIOD at) REFERENCES public.room(id, PERIOD at) NOT VALID;
COMMIT;
ALTER TABLE public.stay VALIDATE CONSTRAINT stays;
