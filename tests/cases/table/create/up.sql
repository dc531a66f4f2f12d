\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.t (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    name text COLLATE pg_catalog."C" DEFAULT 'x'::text NOT NULL,
    n numeric(10,2),
    tags text[] DEFAULT '{}'::text[],
    twice numeric GENERATED ALWAYS AS ((n * (2)::numeric)) STORED,
    CONSTRAINT t_pkey PRIMARY KEY (id),
    CONSTRAINT pair UNIQUE (id, name),
    CONSTRAINT t_n_key UNIQUE (n),
    CONSTRAINT t_check CHECK (((id > 0) OR (name IS NOT NULL))),
    CONSTRAINT t_name_check CHECK ((name <> ''::text))
) WITH (fillfactor='70', autovacuum_enabled='false');
ALTER TABLE public.t OWNER TO case_owner;
GRANT INSERT, SELECT ON TABLE public.t TO case_reader;
COMMENT ON TABLE public.t IS 'a table';
GRANT UPDATE (name) ON TABLE public.t TO case_reader;
COMMENT ON COLUMN public.t.name IS 'its name';
COMMENT ON CONSTRAINT pair ON public.t IS 'both';
COMMIT;
