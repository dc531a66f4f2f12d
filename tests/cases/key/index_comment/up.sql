\set ON_ERROR_STOP on
BEGIN;
COMMENT ON INDEX public.p_pkey IS 'of all parts';
COMMIT;
BEGIN;
COMMENT ON INDEX public.p1_pkey IS 'of the first';
COMMIT;
BEGIN;
COMMENT ON CONSTRAINT t_pkey ON public.t IS NULL;
COMMENT ON INDEX public.t_pkey IS 'the other';
COMMENT ON INDEX public.t_a_key IS 'new';
COMMENT ON INDEX public.t_b IS NULL;
COMMIT;
BEGIN;
CREATE TABLE public.u (
    id integer NOT NULL,
    CONSTRAINT u_pkey PRIMARY KEY (id)
);
ALTER TABLE public.u OWNER TO postgres;
COMMENT ON INDEX public.u_pkey IS 'made with it';
COMMIT;
