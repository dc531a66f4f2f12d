\set ON_ERROR_STOP on
BEGIN;
CREATE ACCESS METHOD "my heap" TYPE TABLE HANDLER heap_tableam_handler;
COMMIT;
BEGIN;
CREATE TABLE public.fresh (
    a integer
) USING "my heap" WITH (fillfactor='70');
ALTER TABLE public.fresh OWNER TO postgres;
COMMIT;
BEGIN;
CREATE MATERIALIZED VIEW public.w USING "my heap" AS
 SELECT t.a
   FROM public.t;
ALTER MATERIALIZED VIEW public.w OWNER TO postgres;
COMMIT;
BEGIN;
DROP TABLE public.gone;
COMMIT;
