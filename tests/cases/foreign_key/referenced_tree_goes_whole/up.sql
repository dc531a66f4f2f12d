\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.other (
    id integer
);
ALTER TABLE public.other OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.day DROP CONSTRAINT day_next_fkey;
COMMIT;
BEGIN;
DROP TABLE public.visit_2023;
COMMIT;
BEGIN;
ALTER TABLE public.visit DROP CONSTRAINT visit_day_fkey;
COMMIT;
BEGIN;
DROP TABLE public.day_2023_a;
COMMIT;
BEGIN;
DROP TABLE public.day_2023;
COMMIT;
BEGIN;
DROP TABLE public.day;
COMMIT;
BEGIN;
DROP TABLE public.visit;
COMMIT;
