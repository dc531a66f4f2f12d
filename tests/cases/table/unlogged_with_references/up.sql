\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.fresh (
    cached integer
);
ALTER TABLE public.fresh OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.cached SET LOGGED;
COMMIT;
BEGIN;
ALTER TABLE public.fresh ADD CONSTRAINT fresh_cached_fkey FOREIGN KEY (cached) REFERENCES public.cached(id);
COMMIT;
BEGIN;
ALTER TABLE public.hit SET LOGGED;
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
ALTER TABLE public.event ADD CONSTRAINT event_tally_fkey FOREIGN KEY (tally) REFERENCES public.tally(day) NOT VALID;
COMMIT;
ALTER TABLE public.event VALIDATE CONSTRAINT event_tally_fkey;
BEGIN;
ALTER TABLE public.tally_hit SET LOGGED;
COMMIT;
