\set ON_ERROR_STOP on
BEGIN;
CREATE SEQUENCE public.t_id_seq AS integer;
ALTER SEQUENCE public.t_id_seq OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.t (
    id integer DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL,
    keep_id integer,
    name text DEFAULT 'x'::text NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER TABLE public.t OWNER TO postgres;
GRANT SELECT ON TABLE public.t TO case_reader;
COMMENT ON TABLE public.t IS 'gone';
CREATE INDEX t_name_idx ON public.t (name);
COMMIT;
BEGIN;
LOCK TABLE public.keep IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.t ADD CONSTRAINT t_keep_id_fkey FOREIGN KEY (keep_id) REFERENCES public.keep(id);
COMMIT;
BEGIN;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
COMMIT;
