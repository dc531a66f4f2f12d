\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.child DROP CONSTRAINT child_parent_id_fkey;
CREATE TABLE public.parent (
    id integer NOT NULL,
    CONSTRAINT parent_pkey PRIMARY KEY (id)
);
ALTER TABLE public.parent OWNER TO postgres;
ALTER TABLE public.child ADD CONSTRAINT child_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.parent(id) NOT VALID;
COMMIT;
ALTER TABLE public.child VALIDATE CONSTRAINT child_parent_id_fkey;
BEGIN;
DROP TABLE app.parent;
COMMIT;
