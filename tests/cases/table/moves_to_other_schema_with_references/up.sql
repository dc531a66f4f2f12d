\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE app.parent (
    id integer NOT NULL,
    CONSTRAINT parent_pkey PRIMARY KEY (id)
);
ALTER TABLE app.parent OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.child DROP CONSTRAINT child_parent_id_fkey;
DROP TABLE public.parent;
ALTER TABLE public.child ADD CONSTRAINT child_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES app.parent(id) NOT VALID;
COMMIT;
ALTER TABLE public.child VALIDATE CONSTRAINT child_parent_id_fkey;
