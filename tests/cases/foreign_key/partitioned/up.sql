\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.m (
    id integer,
    ref_id integer
) PARTITION BY RANGE (id);
ALTER TABLE public.m OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.plain (
    ref_id integer,
    direct integer
);
ALTER TABLE public.plain OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.ref (
    id integer NOT NULL,
    CONSTRAINT ref_pkey PRIMARY KEY (id)
) PARTITION BY RANGE (id);
ALTER TABLE public.ref OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.ref1 PARTITION OF public.ref FOR VALUES FROM (0) TO (10);
ALTER TABLE public.ref1 OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.m ADD CONSTRAINT m_ref_id_fkey FOREIGN KEY (ref_id) REFERENCES public.ref(id);
COMMIT;
BEGIN;
CREATE TABLE public.m1 PARTITION OF public.m FOR VALUES FROM (0) TO (10);
ALTER TABLE public.m1 OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.plain ADD CONSTRAINT plain_direct_fkey FOREIGN KEY (direct) REFERENCES public.ref1(id);
ALTER TABLE public.plain ADD CONSTRAINT plain_ref_id_fkey FOREIGN KEY (ref_id) REFERENCES public.ref(id);
COMMIT;
