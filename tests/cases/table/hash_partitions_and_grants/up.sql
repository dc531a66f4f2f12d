\set ON_ERROR_STOP on
BEGIN;
LOCK TABLE ONLY public.h IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.h ADD COLUMN size integer;
COMMIT;
BEGIN;
GRANT SELECT ON TABLE public.h0 TO case_reader;
COMMENT ON TABLE public.h0 IS 'even';
ALTER TABLE public.h0 SET (fillfactor='70');
COMMIT;
BEGIN;
REVOKE ALL ON TABLE public.h FROM case_reader;
GRANT SELECT, UPDATE ON TABLE public.h TO case_reader;
COMMIT;
BEGIN;
REVOKE ALL ON TABLE public.h1 FROM case_owner;
GRANT SELECT ON TABLE public.h1 TO case_reader;
COMMIT;
