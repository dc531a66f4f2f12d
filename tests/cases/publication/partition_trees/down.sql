\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.x (
    id integer NOT NULL,
    CONSTRAINT x_pkey PRIMARY KEY (id)
);
ALTER TABLE public.x OWNER TO postgres;
ALTER PUBLICATION pub ADD TABLE ONLY public.x;
COMMIT;
BEGIN;
ALTER PUBLICATION pub SET (publish_via_partition_root = false);
COMMIT;
BEGIN;
DROP TABLE public.p2;
COMMIT;
BEGIN;
ALTER TABLE public.p DROP COLUMN e;
COMMIT;
