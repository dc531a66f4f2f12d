\set ON_ERROR_STOP on
SET check_function_bodies = off;
BEGIN;
DROP MATERIALIZED VIEW public.m;
DROP VIEW public.v;
ALTER TABLE public.t DROP CONSTRAINT t_state_check;
DROP FUNCTION public.check_state(public.state);
DROP FUNCTION public.by_state(public.state);
DROP POLICY p ON public.t;
ALTER TABLE public.child DROP CONSTRAINT child_t_code_fkey;
ALTER TABLE public.t DROP CONSTRAINT t_code;
ALTER TYPE public.state RENAME TO pleat_old_state;
CREATE TYPE public.state AS ENUM ('open', 'closed');
ALTER TYPE public.state OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN state DROP DEFAULT;
ALTER TABLE public.t ALTER COLUMN state TYPE public.state USING state::text::public.state;
ALTER DOMAIN public.code RENAME TO pleat_old_code;
CREATE DOMAIN public.code AS text;
ALTER DOMAIN public.code OWNER TO postgres;
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK ((VALUE <> ''::text));
ALTER TABLE public.t ALTER COLUMN code TYPE public.code USING code::text::public.code;
ALTER TABLE public.child DROP CONSTRAINT child_t_id_fkey;
ALTER TABLE public.child ALTER COLUMN t_code TYPE public.code USING t_code::text::public.code;
DROP DOMAIN public.pleat_old_code;
DROP TYPE public.pleat_old_state;
ALTER TABLE public.t ALTER COLUMN id TYPE integer USING id::integer;
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
CREATE OR REPLACE FUNCTION public.check_state(public.state)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 <> 'closed'::public.state);
ALTER FUNCTION public.check_state(public.state) OWNER TO postgres;
CREATE OR REPLACE FUNCTION public.by_state(public.state)
 RETURNS SETOF public.t
 LANGUAGE sql
 STABLE
AS $function$ select * from t where state = $1 $function$;
ALTER FUNCTION public.by_state(public.state) OWNER TO postgres;
CREATE POLICY p ON public.t FOR ALL USING ((state <> 'closed'::public.state));
ALTER TABLE public.t ADD CONSTRAINT t_state_check CHECK (public.check_state(state));
ALTER TABLE public.t ADD CONSTRAINT t_code UNIQUE (code);
ALTER TABLE public.t ALTER COLUMN state SET DEFAULT 'open'::public.state;
ALTER TABLE public.child ALTER COLUMN t_id TYPE integer USING t_id::integer;
ALTER TABLE public.child ADD CONSTRAINT child_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t(id);
ALTER TABLE public.child ADD CONSTRAINT child_t_code_fkey FOREIGN KEY (t_code) REFERENCES public.t(code);
COMMIT;
