\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TYPE new.kind AS ENUM ('a', 'b');
ALTER TYPE new.kind OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE new.t (
    id integer NOT NULL,
    kind new.kind DEFAULT 'a'::new.kind,
    CONSTRAINT t_pkey PRIMARY KEY (id),
    CONSTRAINT t_kind_check CHECK ((kind <> 'b'::new.kind))
);
ALTER TABLE new.t OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.of_row(new.t)
 RETURNS integer
 LANGUAGE sql
RETURN ($1).id;
ALTER FUNCTION public.of_row(new.t) OWNER TO postgres;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with ctid = '' || min(ctid::text) FROM public.u f WHERE f.t_id IS NOT NULL AND NOT EXISTS (SELECT FROM new.t r WHERE r.id = f.t_id)' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key u_t_id_fkey of public.u: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
DROP FUNCTION public.of_row(old.t);
COMMIT;
BEGIN;
ALTER TABLE public.u DROP CONSTRAINT u_t_id_fkey;
ALTER TABLE public.u ADD CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES new.t(id) NOT VALID;
COMMIT;
ALTER TABLE public.u VALIDATE CONSTRAINT u_t_id_fkey;
BEGIN;
DROP VIEW public.v;
DROP TABLE old.t;
DROP TYPE old.kind;
CREATE VIEW public.v AS
 SELECT t.id,
    t.kind
   FROM new.t;
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
