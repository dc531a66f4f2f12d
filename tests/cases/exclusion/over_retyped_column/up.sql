\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.booking ADD COLUMN cancelled boolean DEFAULT false NOT NULL;
ALTER TABLE public.booking DROP CONSTRAINT booking_room_during_excl;
ALTER TABLE public.booking ALTER COLUMN room TYPE bigint USING room::bigint;
ALTER TABLE public.booking ALTER COLUMN during TYPE tstzrange USING during::text::tstzrange;
ALTER TABLE public.booking ADD CONSTRAINT booking_room_during_excl EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((NOT cancelled));
COMMIT;
