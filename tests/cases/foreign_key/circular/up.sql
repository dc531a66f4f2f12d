\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.a (
    id integer NOT NULL,
    b_id integer,
    CONSTRAINT a_pkey PRIMARY KEY (id)
);
ALTER TABLE public.a OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.b (
    id integer NOT NULL,
    a_id integer,
    CONSTRAINT b_pkey PRIMARY KEY (id)
);
ALTER TABLE public.b OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES public.b(id);
COMMIT;
BEGIN;
ALTER TABLE public.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a(id);
COMMIT;
BEGIN;
CREATE TABLE public.self (
    id integer NOT NULL,
    up integer,
    CONSTRAINT self_pkey PRIMARY KEY (id)
);
ALTER TABLE public.self OWNER TO postgres;
ALTER TABLE public.self ADD CONSTRAINT self_up_fkey FOREIGN KEY (up) REFERENCES public.self(id) ON DELETE SET NULL;
COMMIT;
