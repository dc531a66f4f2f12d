\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE PUBLICATION pub;
ALTER PUBLICATION pub OWNER TO postgres;
COMMIT;
BEGIN;
CREATE DOMAIN public.posint AS integer;
ALTER DOMAIN public.posint OWNER TO postgres;
ALTER DOMAIN public.posint ADD CONSTRAINT posint_check CHECK ((VALUE > 0));
COMMIT;
BEGIN;
CREATE TABLE public.u (
    id integer NOT NULL,
    t public.posint,
    CONSTRAINT u_pkey PRIMARY KEY (id)
);
ALTER TABLE public.u OWNER TO postgres;
COMMIT;
BEGIN;
CREATE SEQUENCE public.numbers;
ALTER SEQUENCE public.numbers OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TYPE public.mood AS ENUM ('a', 'b');
ALTER TYPE public.mood OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.t (
    id public.posint DEFAULT nextval('public.numbers'::regclass) NOT NULL,
    mood public.mood,
    tags text[],
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
ALTER TABLE public.t OWNER TO postgres;
COMMIT;
BEGIN;
CREATE VIEW public.v AS
 SELECT t.id,
    u.id AS u
   FROM (public.t
     LEFT JOIN public.u ON (((u.t)::integer = (t.id)::integer)));
ALTER VIEW public.v OWNER TO postgres;
COMMIT;
BEGIN;
CREATE MATERIALIZED VIEW public.mv AS
 SELECT count(*) AS count
   FROM public.v;
ALTER MATERIALIZED VIEW public.mv OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.trg()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin return new; end$function$;
ALTER FUNCTION public.trg() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.f(public.t)
 RETURNS public.mood
 LANGUAGE sql
AS $function$select $1.mood$function$;
ALTER FUNCTION public.f(public.t) OWNER TO postgres;
COMMIT;
BEGIN;
ALTER TABLE public.u ADD CONSTRAINT u_t_fkey FOREIGN KEY (t) REFERENCES public.t(id);
COMMIT;
BEGIN;
ALTER PUBLICATION pub ADD TABLE ONLY public.t;
CREATE TRIGGER trg BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.trg();
CREATE POLICY p ON public.t FOR ALL USING (true);
CREATE STATISTICS public.st ON id, mood FROM public.t;
ALTER STATISTICS public.st OWNER TO postgres;
COMMIT;
BEGIN;
DROP TABLE public.something_else;
COMMIT;
