\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.l (
    kind text,
    x integer
) PARTITION BY RANGE (kind, lower(kind));
ALTER TABLE public.l OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.m (
    day date NOT NULL,
    id integer NOT NULL,
    note text DEFAULT 'n'::text,
    CONSTRAINT m_pkey PRIMARY KEY (day, id)
) PARTITION BY RANGE (day);
ALTER TABLE public.m OWNER TO postgres;
CREATE INDEX m_id ON public.m (id);
COMMIT;
BEGIN;
CREATE TABLE public.m_2024 PARTITION OF public.m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE public.m_2024 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.m_2025 PARTITION OF public.m FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY HASH (id);
ALTER TABLE public.m_2025 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.m_2025_0 PARTITION OF public.m_2025 FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE public.m_2025_0 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.m_2025_1 PARTITION OF public.m_2025 FOR VALUES WITH (modulus 2, remainder 1);
ALTER TABLE public.m_2025_1 OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.m_rest PARTITION OF public.m DEFAULT;
ALTER TABLE public.m_rest OWNER TO postgres;
COMMIT;
