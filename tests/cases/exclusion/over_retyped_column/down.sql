\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.booking DROP CONSTRAINT booking_room_during_excl;
ALTER TABLE public.booking ALTER COLUMN during TYPE tsrange USING during::text::tsrange;
ALTER TABLE public.booking ALTER COLUMN room TYPE integer USING room::integer;
ALTER TABLE public.booking ADD CONSTRAINT booking_room_during_excl EXCLUDE USING gist (room WITH =, during WITH &&);
ALTER TABLE public.booking DROP COLUMN cancelled;
COMMIT;
