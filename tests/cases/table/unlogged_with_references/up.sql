\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.fresh (
    cached integer
);
ALTER TABLE public.fresh OWNER TO postgres;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.event f WHERE f.tally IS NOT NULL AND NOT EXISTS (SELECT FROM public.tally r WHERE r.day = f.tally)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key event_tally_fkey of public.event: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.hit f WHERE f.cached IS NOT NULL AND NOT EXISTS (SELECT FROM public.cached r WHERE r.id = f.cached)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key hit_cached_fkey of public.hit: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
ALTER TABLE public.cached SET LOGGED;
COMMIT;
BEGIN;
ALTER TABLE public.fresh ADD CONSTRAINT fresh_cached_fkey FOREIGN KEY (cached) REFERENCES public.cached(id);
COMMIT;
BEGIN;
ALTER TABLE public.hit SET LOGGED;
COMMIT;
BEGIN;
LOCK TABLE public.cached IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.hit ADD CONSTRAINT hit_cached_fkey FOREIGN KEY (cached) REFERENCES public.cached(id) NOT VALID;
COMMIT;
ALTER TABLE public.hit VALIDATE CONSTRAINT hit_cached_fkey;
BEGIN;
ALTER TABLE public.line SET UNLOGGED;
COMMIT;
BEGIN;
ALTER TABLE public.entry SET UNLOGGED;
COMMIT;
BEGIN;
ALTER TABLE public.account SET UNLOGGED;
COMMIT;
BEGIN;
ALTER TABLE public.tally SET LOGGED;
COMMIT;
BEGIN;
LOCK TABLE public.tally IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.event ADD CONSTRAINT event_tally_fkey FOREIGN KEY (tally) REFERENCES public.tally(day) NOT VALID;
COMMIT;
ALTER TABLE public.event VALIDATE CONSTRAINT event_tally_fkey;
BEGIN;
ALTER TABLE public.tally_hit SET LOGGED;
COMMIT;
