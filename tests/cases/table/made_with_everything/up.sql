\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
CREATE TYPE public.state AS ENUM ('open', 'closed');
ALTER TYPE public.state OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.org (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    name text NOT NULL,
    CONSTRAINT org_pkey PRIMARY KEY (id),
    CONSTRAINT org_name_key UNIQUE (name)
);
ALTER TABLE public.org OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TABLE public.ticket (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    org_id bigint NOT NULL,
    parent_id bigint,
    state public.state DEFAULT 'open'::public.state NOT NULL,
    title text NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, title)) STORED,
    CONSTRAINT ticket_pkey PRIMARY KEY (id),
    CONSTRAINT ticket_org_id_id_key UNIQUE (org_id, id),
    CONSTRAINT ticket_title_check CHECK ((title <> ''::text))
);
ALTER TABLE public.ticket ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.ticket OWNER TO postgres;
COMMENT ON TABLE public.ticket IS 'What there is to do';
GRANT UPDATE (state) ON TABLE public.ticket TO case_reader;
ALTER TABLE public.ticket ADD CONSTRAINT ticket_org_id_fkey FOREIGN KEY (org_id) REFERENCES public.org(id) ON DELETE CASCADE;
ALTER TABLE public.ticket ADD CONSTRAINT ticket_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.ticket(id);
CREATE INDEX ticket_search ON public.ticket USING gin (search);
CREATE POLICY own ON public.ticket FOR ALL USING ((org_id IN ( SELECT org.id
   FROM public.org
  WHERE (org.name = CURRENT_USER))));
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.first_of(public.org)
 RETURNS SETOF public.ticket
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT ticket.id,
     ticket.org_id,
     ticket.parent_id,
     ticket.state,
     ticket.title,
     ticket.search
    FROM public.ticket
   WHERE (ticket.org_id = ($1).id)
  LIMIT 1;
END;
ALTER FUNCTION public.first_of(public.org) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.is_open(public.state)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 = 'open'::public.state);
ALTER FUNCTION public.is_open(public.state) OWNER TO postgres;
COMMIT;
BEGIN;
CREATE INDEX ticket_open ON public.ticket (org_id) WHERE public.is_open(state);
COMMIT;
BEGIN;
CREATE OR REPLACE FUNCTION public.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin return new; end $function$;
ALTER FUNCTION public.touch() OWNER TO postgres;
COMMIT;
BEGIN;
CREATE TRIGGER touch BEFORE UPDATE ON public.ticket FOR EACH ROW WHEN ((old.title <> new.title)) EXECUTE FUNCTION public.touch();
COMMIT;
BEGIN;
CREATE VIEW public.open_tickets WITH (security_barrier='true') AS
 SELECT ticket.id,
    ticket.org_id,
    ticket.parent_id,
    ticket.state,
    ticket.title,
    ticket.search
   FROM public.ticket
  WHERE public.is_open(ticket.state);
ALTER VIEW public.open_tickets OWNER TO postgres;
GRANT SELECT ON TABLE public.open_tickets TO case_reader;
COMMIT;
BEGIN;
CREATE MATERIALIZED VIEW public.per_org AS
 SELECT open_tickets.org_id,
    count(*) AS n
   FROM public.open_tickets
  GROUP BY open_tickets.org_id;
ALTER MATERIALIZED VIEW public.per_org OWNER TO postgres;
CREATE UNIQUE INDEX per_org_key ON public.per_org (org_id);
COMMIT;
