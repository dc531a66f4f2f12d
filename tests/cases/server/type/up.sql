\set ON_ERROR_STOP on
BEGIN;
DROP USER MAPPING FOR case_owner SERVER s;
COMMIT;
BEGIN;
DROP VIEW public.v;
DROP FOREIGN TABLE public.t;
DROP SERVER s;
CREATE SERVER s TYPE 'new' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'a');
ALTER SERVER s OWNER TO postgres;
GRANT USAGE ON FOREIGN SERVER s TO case_reader;
CREATE USER MAPPING FOR case_owner SERVER s OPTIONS ("user" 'x');
CREATE FOREIGN TABLE public.t (
    a integer,
    b text DEFAULT 'x'::text NOT NULL
) SERVER s;
ALTER FOREIGN TABLE public.t OWNER TO postgres;
COMMENT ON FOREIGN TABLE public.t IS 'kept';
GRANT SELECT (a) ON TABLE public.t TO case_reader;
CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
