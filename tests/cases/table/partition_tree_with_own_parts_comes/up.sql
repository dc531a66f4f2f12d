\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.m (
    id integer NOT NULL,
    k integer NOT NULL
) PARTITION BY RANGE (id);
ALTER TABLE public.m OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.m2 PARTITION OF public.m FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (id);
ALTER TABLE public.m2 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.m21 (
    id integer NOT NULL,
    k integer NOT NULL,
    CONSTRAINT m21_odd PRIMARY KEY (id, k)
);
ALTER TABLE public.m21 OWNER TO postgres;
CREATE INDEX m21_k ON public.m21 (k);
COMMIT;
BEGIN;
CREATE INDEX m_k ON public.m (k);
COMMIT;
BEGIN;
ALTER TABLE public.m2 ATTACH PARTITION public.m21 FOR VALUES FROM (10) TO (15);
COMMIT;
BEGIN;
CREATE TABLE public.m22 (
    id integer NOT NULL,
    k integer NOT NULL,
    CONSTRAINT m22_odd PRIMARY KEY (id, k)
);
ALTER TABLE public.m22 OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.m ADD CONSTRAINT m_pk PRIMARY KEY (id, k);
COMMIT;
BEGIN;
ALTER TABLE public.m2 ATTACH PARTITION public.m22 FOR VALUES FROM (15) TO (16);
COMMIT;
BEGIN;
CREATE TABLE public.n (
    id integer NOT NULL,
    k integer NOT NULL
) PARTITION BY RANGE (id);
ALTER TABLE public.n OWNER TO postgres;
CREATE INDEX n_id ON public.n (id);
COMMIT;
BEGIN;
CREATE TABLE public.n2 PARTITION OF public.n FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (id);
ALTER TABLE public.n2 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.n21 (
    id integer NOT NULL,
    k integer NOT NULL
);
ALTER TABLE public.n21 OWNER TO postgres;
CREATE INDEX n21_k ON public.n21 (k);
COMMIT;
BEGIN;
CREATE INDEX n_k ON public.n (k);
COMMIT;
BEGIN;
ALTER TABLE public.n2 ATTACH PARTITION public.n21 FOR VALUES FROM (10) TO (15);
COMMIT;
BEGIN;
CREATE TABLE public.o (
    id integer,
    a integer
) PARTITION BY RANGE (id);
ALTER TABLE public.o OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.o1 (
    id integer,
    a integer
);
ALTER TABLE public.o1 OWNER TO postgres;
CREATE INDEX o1_own ON public.o1 (a);
COMMIT;
BEGIN;
CREATE INDEX o_a ON public.o (a);
COMMIT;
BEGIN;
ALTER TABLE public.o ATTACH PARTITION public.o1 FOR VALUES FROM (0) TO (10);
COMMIT;
BEGIN;
CREATE TABLE public.o2 (
    id integer,
    a integer
);
ALTER TABLE public.o2 OWNER TO postgres;
CREATE INDEX o2_own ON public.o2 (id);
COMMIT;
BEGIN;
CREATE INDEX o_id ON public.o (id);
COMMIT;
BEGIN;
ALTER TABLE public.o ATTACH PARTITION public.o2 FOR VALUES FROM (10) TO (20);
COMMIT;
BEGIN;
DROP TABLE public.x;
COMMIT;
