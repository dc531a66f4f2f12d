\set ON_ERROR_STOP on
BEGIN;
SECURITY LABEL FOR pleat_test ON SCHEMA hidden IS 'more closed';
COMMIT;
BEGIN;
SECURITY LABEL FOR pleat_test ON SCHEMA public IS NULL;
COMMIT;
BEGIN;
SECURITY LABEL FOR pleat_test ON SEQUENCE public.counter IS 'counts';
COMMIT;
BEGIN;
CREATE TABLE public.fresh (
    a integer NOT NULL,
    b text,
    CONSTRAINT fresh_pkey PRIMARY KEY (a)
);
ALTER TABLE public.fresh OWNER TO postgres;
SECURITY LABEL FOR pleat_test ON TABLE public.fresh IS 'first';
SECURITY LABEL FOR pleat_test ON COLUMN public.fresh.b IS 'first of b';
COMMIT;
BEGIN;
SECURITY LABEL FOR pleat_test ON COLUMN public.measured.value IS 'above';
COMMIT;
BEGIN;
SECURITY LABEL FOR pleat_test ON COLUMN public.measured_1.value IS 'below';
COMMIT;
BEGIN;
SECURITY LABEL FOR pleat_test ON TABLE public.person IS NULL;
SECURITY LABEL FOR pleat_test ON SEQUENCE public.person_id_seq IS 'another';
SECURITY LABEL FOR "Other one" ON COLUMN public.person.email IS NULL;
SECURITY LABEL FOR pleat_test ON COLUMN public.person.email IS 'MASKED WITH FUNCTION f($$a$$)';
SECURITY LABEL FOR pleat_test ON COLUMN public.person.phone IS NULL;
SECURITY LABEL FOR "Other one" ON COLUMN public.person.phone IS '';
ALTER TABLE public.person ADD COLUMN added text;
SECURITY LABEL FOR pleat_test ON COLUMN public.person.added IS 'new';
COMMIT;
BEGIN;
SECURITY LABEL FOR pleat_test ON TABLE public.plain IS 'x';
COMMENT ON TABLE public.plain IS 'a comment, too';
COMMIT;
BEGIN;
DROP TABLE public.gone;
COMMIT;
