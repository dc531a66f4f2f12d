\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.gone (
    a integer
);
ALTER TABLE public.gone OWNER TO postgres;
COMMIT;
BEGIN;
DROP MATERIALIZED VIEW public.w;
COMMIT;
BEGIN;
DROP TABLE public.fresh;
COMMIT;
BEGIN;
DROP ACCESS METHOD "my heap";
COMMIT;
