\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.log (
    day date
);
ALTER TABLE public.log OWNER TO postgres;
ALTER TABLE public.log ADD CONSTRAINT log_day_fkey FOREIGN KEY (day) REFERENCES public.day(day);
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.visit f WHERE f.day IS NOT NULL AND NOT EXISTS (SELECT FROM public.day r WHERE r.day = f.day)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key visit_day_fkey of public.visit: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE public.day IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.visit ADD CONSTRAINT visit_day_fkey FOREIGN KEY (day) REFERENCES public.day(day) NOT VALID;
COMMIT;
ALTER TABLE public.visit VALIDATE CONSTRAINT visit_day_fkey;
BEGIN;
ALTER TABLE public.day DETACH PARTITION public.day_2023;
DROP TABLE public.day_2023;
COMMIT;
