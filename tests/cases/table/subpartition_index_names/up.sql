\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.m (
    id integer NOT NULL,
    a integer NOT NULL
) PARTITION BY RANGE (id);
ALTER TABLE public.m OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.p (
    id integer NOT NULL,
    a integer NOT NULL
) PARTITION BY HASH (a);
ALTER TABLE public.p OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.p0 (
    id integer NOT NULL,
    a integer NOT NULL
);
ALTER TABLE public.p0 OWNER TO postgres;
CREATE INDEX lowest ON public.p0 (a);
COMMIT;
BEGIN;
CREATE INDEX middle ON public.p (a);
COMMIT;
BEGIN;
CREATE INDEX m_a ON public.m (a);
COMMIT;
BEGIN;
ALTER TABLE public.m ATTACH PARTITION public.p FOR VALUES FROM (0) TO (10);
COMMIT;
BEGIN;
ALTER TABLE public.p ATTACH PARTITION public.p0 FOR VALUES WITH (modulus 1, remainder 0);
COMMIT;
