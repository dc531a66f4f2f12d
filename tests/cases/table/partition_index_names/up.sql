\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.m (
    id integer NOT NULL,
    a integer
) PARTITION BY RANGE (id);
ALTER TABLE public.m OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.p (
    id integer NOT NULL,
    a integer,
    CONSTRAINT odd_pk PRIMARY KEY (id)
);
ALTER TABLE public.p OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.m ADD CONSTRAINT m_pk PRIMARY KEY (id);
COMMIT;
BEGIN;
CREATE INDEX odd_name ON public.p (a);
COMMIT;
BEGIN;
CREATE INDEX m_a ON public.m (a);
COMMIT;
BEGIN;
ALTER TABLE public.m ATTACH PARTITION public.p FOR VALUES FROM (0) TO (10);
COMMIT;
BEGIN;
CREATE TABLE public.q PARTITION OF public.m FOR VALUES FROM (10) TO (20);
ALTER TABLE public.q OWNER TO postgres;
COMMIT;
