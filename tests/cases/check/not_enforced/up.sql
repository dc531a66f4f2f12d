\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.t ADD CONSTRAINT new CHECK ((a > 2)) NOT ENFORCED;
COMMIT;
BEGIN;
CREATE TABLE public.u (
    a integer,
    CONSTRAINT inline CHECK ((a > 0)) NOT ENFORCED
);
ALTER TABLE public.u OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT drops;
ALTER TABLE public.t DROP CONSTRAINT stops;
ALTER TABLE public.t ADD CONSTRAINT stops CHECK ((b > 1)) NOT ENFORCED;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.t WHERE NOT (b > 0)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify check starts of public.t: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT starts;
ALTER TABLE public.t ADD CONSTRAINT starts CHECK ((b > 0)) NOT VALID;
COMMIT;
ALTER TABLE public.t VALIDATE CONSTRAINT starts;
