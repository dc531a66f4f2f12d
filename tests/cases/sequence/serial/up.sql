\set ON_ERROR_STOP on
BEGIN;
CREATE SEQUENCE public.t_b_seq;
ALTER SEQUENCE public.t_b_seq OWNER TO postgres;
COMMIT;
BEGIN;
CREATE SEQUENCE public.t_id_seq AS integer;
ALTER SEQUENCE public.t_id_seq OWNER TO postgres;
COMMIT;
BEGIN;
CREATE SEQUENCE public.t_s_seq AS smallint;
ALTER SEQUENCE public.t_s_seq OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.t (
    id integer DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL,
    b bigint DEFAULT nextval('public.t_b_seq'::regclass) NOT NULL,
    s smallint DEFAULT nextval('public.t_s_seq'::regclass) NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER TABLE public.t OWNER TO postgres;
COMMIT;
BEGIN;
ALTER SEQUENCE public.t_b_seq OWNED BY public.t.b;
COMMIT;
BEGIN;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
COMMIT;
BEGIN;
ALTER SEQUENCE public.t_s_seq OWNED BY public.t.s;
COMMIT;
