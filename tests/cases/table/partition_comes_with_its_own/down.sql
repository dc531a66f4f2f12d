\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.w (
    id integer
);
ALTER TABLE public.w OWNER TO postgres;
COMMIT;
BEGIN;
DROP TABLE public.m1;
COMMIT;
BEGIN;
DROP TABLE public.m;
COMMIT;
