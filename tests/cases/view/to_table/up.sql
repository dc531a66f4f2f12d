\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
COMMIT;
BEGIN;
CREATE TABLE public.v (
    a integer
);
ALTER TABLE public.v OWNER TO postgres;
COMMIT;
