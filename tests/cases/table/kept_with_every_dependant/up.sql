\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
ALTER TABLE public.child DROP CONSTRAINT child_t_code_fkey;
ALTER TABLE public.child DROP CONSTRAINT child_t_id_fkey;
ALTER TABLE public.child ALTER COLUMN t_id TYPE bigint USING t_id::bigint;
ALTER TABLE public.t ALTER COLUMN state DROP DEFAULT;
ALTER TABLE public.t DROP CONSTRAINT t_code;
ALTER TABLE public.t DROP CONSTRAINT t_state_check;
DROP POLICY p ON public.t;
DROP FUNCTION public.by_state(public.state);
DROP FUNCTION public.check_state(public.state);
DROP MATERIALIZED VIEW public.m;
DROP VIEW public.v;
ALTER TABLE public.t ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TYPE public.state RENAME TO pleat_old_state;
CREATE TYPE public.state AS ENUM ('draft', 'open', 'done');
ALTER TYPE public.state OWNER TO postgres;
ALTER DOMAIN public.code RENAME TO pleat_old_code;
CREATE DOMAIN public.code AS character varying(20);
ALTER DOMAIN public.code OWNER TO postgres;
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK (((VALUE)::text <> ''::text));
ALTER DOMAIN public.code ADD CONSTRAINT code_check1 CHECK ((length((VALUE)::text) > 2));
ALTER TABLE public.child ALTER COLUMN t_code TYPE public.code USING t_code::text::public.code;
ALTER TABLE public.child ADD CONSTRAINT child_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t(id) ON DELETE CASCADE;
ALTER TABLE public.t ALTER COLUMN code TYPE public.code USING code::text::public.code;
DROP DOMAIN public.pleat_old_code;
ALTER TABLE public.t ALTER COLUMN state TYPE public.state USING state::text::public.state;
ALTER TABLE public.t ALTER COLUMN state SET DEFAULT 'draft'::public.state;
DROP TYPE public.pleat_old_state;
ALTER TABLE public.t ADD CONSTRAINT t_code UNIQUE (code) INCLUDE (at);
ALTER TABLE public.child ADD CONSTRAINT child_t_code_fkey FOREIGN KEY (t_code) REFERENCES public.t(code);
CREATE POLICY p ON public.t FOR ALL USING ((state <> 'done'::public.state));
CREATE OR REPLACE FUNCTION public.by_state(public.state)
 RETURNS SETOF public.t
 LANGUAGE sql
 STABLE
AS $function$ select * from t where state = $1 $function$;
ALTER FUNCTION public.by_state(public.state) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.check_state(public.state)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 <> 'done'::public.state);
ALTER FUNCTION public.check_state(public.state) OWNER TO postgres;
ALTER TABLE public.t ADD CONSTRAINT t_state_check CHECK (public.check_state(state));
CREATE VIEW public.v AS
 SELECT t.id,
    t.code,
    t.state
   FROM public.t
  WHERE (t.state = 'open'::public.state);
ALTER VIEW public.v OWNER TO postgres;
CREATE MATERIALIZED VIEW public.m AS
 SELECT v.state,
    count(*) AS n
   FROM public.v
  GROUP BY v.state;
ALTER MATERIALIZED VIEW public.m OWNER TO postgres;
COMMIT;
